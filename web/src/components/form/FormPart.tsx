import { Alert, Button, Group, Stack } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { type DefaultValues, type FieldValues, FormProvider, type Path, type Resolver, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isProblem, type Problem } from '@/lib/api/problem'
import { useHotkey } from '@/lib/hotkeys'
import { useProblemText } from '@/lib/problems'
import { ConflictDialog } from './ConflictDialog'
import classes from './FormPart.module.css'
import { LeaveDialog } from './LeaveDialog'
import type { ResourceFormProps } from './ResourceForm'

/** Zod comes after the form, while it is being filled in. */
const loadCheck = () => import('./check')

/** Of several forms on a page the keys mean the one somebody is in, otherwise those no dialog covers. */
const isMeant = (form: HTMLElement, target: EventTarget | null) => {
  const entered = target instanceof Element ? target.closest('form') : null
  if (entered) return entered === form
  return form.closest('[role=dialog]') !== null || document.querySelector('[role=dialog]') === null
}

/** What ResourceForm is, once it has come. */
export function FormPart<Values extends FieldValues, Result>(props: ResourceFormProps<Values, Result>) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const formId = useId()
  const form = useForm<Values>({
    resolver: async (values, ...rest) => {
      const entered = structuredClone(values) // as it was when somebody asked; zod may still be on its way
      return ((await loadCheck()).resolverOf(props.schema) as unknown as Resolver<Values>)(entered, ...rest)
    },
    defaultValues: props.values as DefaultValues<Values>,
  })
  const { isDirty, dirtyFields, isSubmitting } = form.formState
  const version = useRef(props.version)
  /** What was saved last, as text: as long as the form says nothing else, one may leave. */
  const saved = useRef<string>(undefined)
  const [refusal, setRefusal] = useState<string>()
  const [conflict, setConflict] = useState<Problem>()

  useEffect(() => void loadCheck(), [])
  const { reset } = form
  const incoming = JSON.stringify(props.values)
  useEffect(() => {
    if (form.formState.isDirty) return
    version.current = props.version
    reset(props.values)
  }, [incoming, props.version, reset])

  const changedOf = (values: Values): Partial<Values> =>
    Object.fromEntries(Object.keys(dirtyFields).map((name) => [name, values[name]])) as Partial<Values>

  const save = async (values: Values) => {
    setRefusal(undefined)
    try {
      const result = await props.save(values, { changed: changedOf(values), version: version.current })
      reset(values)
      saved.current = JSON.stringify(form.getValues())
      props.onSaved?.(result)
    } catch (error) {
      if (isProblem(error, 412)) return setConflict(error)
      const elsewhere: string[] = []
      if (isProblem(error)) {
        const known = new Set(Object.keys(values))
        for (const { field, message } of error.errors) {
          const name = props.fieldNames?.[field] ?? field.replace(/\[(\d+)\]/g, '.$1')
          if (known.has(name.split('.')[0]!))
            form.setError(name as Path<Values>, { type: 'server', message }, { shouldFocus: true })
          else elsewhere.push(message)
        }
      }
      const shown = isProblem(error) && error.errors.length > elsewhere.length
      if (elsewhere.length) setRefusal(elsewhere.join(' '))
      else if (!shown) setRefusal(problemText(error))
    }
  }
  const submit = form.handleSubmit(save)
  const savable = isDirty || props.inDialog || props.version === undefined
  useHotkey(
    'mod+s',
    (event) => {
      const own = document.getElementById(formId)
      if (own && isMeant(own, event.target) && savable) void submit()
    },
    !props.disabled,
  )

  const unsaved = () => isDirty && !props.inDialog && JSON.stringify(form.getValues()) !== saved.current
  const blocker = useBlocker({
    shouldBlockFn: unsaved,
    enableBeforeUnload: unsaved,
    withResolver: true,
  })

  const settle = async (mine: boolean) => {
    const values = form.getValues()
    if (!props.reload) return window.location.reload()
    const fresh = await props.reload()
    version.current = fresh.version
    setConflict(undefined)
    if (!mine) return reset(fresh.values)
    const changed = changedOf(values)
    reset(fresh.values)
    for (const [name, value] of Object.entries(changed))
      form.setValue(name as Path<Values>, value as never, { shouldDirty: true })
    setRefusal(t('form.conflict.check'))
  }

  return (
    <FormProvider {...form}>
      <form id={formId} noValidate onSubmit={submit} aria-busy={isSubmitting}>
        <fieldset disabled={props.disabled} className={classes.fields}>
          <Stack gap="md">
            {props.children}
            {refusal && (
              <Alert color={conflict ? 'warn' : 'bad'} role="alert">
                {refusal}
              </Alert>
            )}
            {!props.disabled && (
              <Group justify="flex-end">
                {props.onCancel ? (
                  <Button variant="default" onClick={props.onCancel}>
                    {props.cancelLabel ?? t('common.cancel')}
                  </Button>
                ) : (
                  isDirty && (
                    <Button variant="default" onClick={() => reset()}>
                      {t('form.discard')}
                    </Button>
                  )
                )}
                <Button type="submit" loading={isSubmitting} disabled={!savable}>
                  {props.submitLabel ?? t('common.save')}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
      {conflict && (
        <ConflictDialog
          problem={conflict}
          mine={props.changes?.(changedOf(form.getValues())) ?? changedOf(form.getValues())}
          onKeepMine={() => settle(true)}
          onTakeTheirs={() => settle(false)}
          onClose={() => setConflict(undefined)}
        />
      )}
      <LeaveDialog blocker={blocker} text={t('form.leave.text')} />
    </FormProvider>
  )
}
