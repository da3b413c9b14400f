import { ActionIcon, Alert, Button, Card, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconCheck, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import {
  byProduct,
  type ContentsCheck,
  checkQuery,
  contentsQuery,
  type Expected,
  expectedQuery,
  type FlightCase,
} from '../api/cases'
import { PickDialog } from './PickDialog'

const keyOf = (line: Expected) => line.productId ?? line.assetId ?? line.caseId ?? ''

/** What belongs in a case, and what of it is there. */
export function ExpectedTab({ of, refresh }: { of: FlightCase; refresh: () => Promise<unknown> }) {
  const expected = useQuery(expectedQuery(of.id))
  const check = useQuery(checkQuery(of.id))
  return (
    <QueryState query={expected}>
      {({ items }) => <Editor of={of} items={items} check={check.data} refresh={refresh} />}
    </QueryState>
  )
}

function Editor(props: { of: FlightCase; items: Expected[]; check?: ContentsCheck; refresh: () => Promise<unknown> }) {
  const { of, items, check } = props
  const { t } = useTranslation()
  const can = useCan()
  const format = useFormat()
  const text = useProblemText()
  const contents = useQuery(contentsQuery(of.id))
  const [lines, setLines] = useState(items)
  const [picking, setPicking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const editable = can('CASE_EDIT')
  const stored = JSON.stringify(items)
  const dirty = JSON.stringify(lines) !== stored
  useEffect(() => setLines(items), [stored])
  const replace = (line: Expected, change: Partial<Expected>) =>
    setLines((old) => old.map((one) => (keyOf(one) === keyOf(line) ? { ...one, ...change } : one)))
  const save = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      await api.put(
        `/cases/${of.id}/expected`,
        {
          items: lines.map(({ productId, assetId, caseId, quantity, note }) => ({ productId, assetId, caseId, quantity, note })),
        },
        { version: of.version },
      )
      showDone(t('cases.expectedSaved'))
    } catch (error) {
      setRefusal(text(error))
    }
    await props.refresh()
    setBusy(false)
  }
  const takeOver = () => {
    const inside = contents.data
    if (!inside) return
    const none = { productId: null, assetId: null, caseId: null, productOfAsset: null, note: null }
    setLines([
      ...byProduct(inside.assets).map((group) => ({
        ...none,
        productId: group.productId,
        quantity: group.assets.length,
        label: group.productName,
      })),
      ...inside.stock.map((line) => ({ ...none, productId: line.productId, quantity: line.quantity, label: line.productName })),
      ...inside.cases.map((inner) => ({ ...none, caseId: inner.caseId, quantity: 1, label: `${inner.number} ${inner.name}` })),
    ])
  }
  const stateOf = (line: Expected) => check?.lines.find((one) => (one.productId ?? one.assetId ?? one.caseId) === keyOf(line))
  return (
    <Stack gap="md">
      {lines.length === 0 ? (
        <Card>
          <Stack align="center" gap="sm" py="md" ta="center">
            <Text size="sm" c="dimmed">
              {t('cases.nothingExpected')}
            </Text>
            {editable && of.assets + of.pieces + of.cases > 0 && (
              <Button variant="default" onClick={takeOver} disabled={!contents.data}>
                {t('cases.takeOver')}
              </Button>
            )}
          </Stack>
        </Card>
      ) : (
        <Card padding={0}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('cases.belongs')}</Table.Th>
                <Table.Th w={96}>{t('cases.pieces')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('cases.note')}</Table.Th>
                <Table.Th>{t('cases.there')}</Table.Th>
                {editable && <Table.Th w={52} aria-label={t('common.actions')} />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => {
                const state = dirty ? undefined : stateOf(line)
                return (
                  <Table.Tr key={keyOf(line)}>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{line.label}</Table.Td>
                    <Table.Td>
                      {editable && line.productId ? (
                        <NumberInput
                          size="xs"
                          aria-label={t('cases.piecesOf', { label: line.label })}
                          value={line.quantity}
                          onChange={(value) => replace(line, { quantity: Math.max(1, Number(value) || 1) })}
                          min={1}
                          allowDecimal={false}
                        />
                      ) : (
                        format.number(line.quantity)
                      )}
                    </Table.Td>
                    <Table.Td visibleFrom="sm">
                      {editable ? (
                        <TextInput
                          size="xs"
                          aria-label={t('cases.noteOf', { label: line.label })}
                          value={line.note ?? ''}
                          maxLength={200}
                          onChange={(event) => replace(line, { note: event.currentTarget.value || null })}
                        />
                      ) : (
                        line.note
                      )}
                    </Table.Td>
                    <Table.Td>
                      {state &&
                        (state.lacking > 0 ? (
                          <StatusBadge tone="bad">{t('cases.lacking', { number: format.number(state.lacking) })}</StatusBadge>
                        ) : (
                          <Text span c="var(--mantine-color-ok-text)" title={t('cases.allThere')}>
                            <IconCheck size={18} role="img" aria-label={t('cases.allThere')} />
                          </Text>
                        ))}
                    </Table.Td>
                    {editable && (
                      <Table.Td>
                        <ActionIcon
                          aria-label={t('cases.removeLine', { label: line.label })}
                          onClick={() => setLines((old) => old.filter((one) => keyOf(one) !== keyOf(line)))}
                        >
                          <IconTrash size={16} aria-hidden />
                        </ActionIcon>
                      </Table.Td>
                    )}
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </Card>
      )}
      {refusal && (
        <Alert color="bad" role="alert">
          {refusal}
        </Alert>
      )}
      {editable && (
        <Group justify="space-between">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPicking(true)}>
            {t('cases.addLine')}
          </Button>
          {dirty && (
            <Group gap="sm">
              <Button variant="default" onClick={() => setLines(items)}>
                {t('form.discard')}
              </Button>
              <Button loading={busy} onClick={() => void save()}>
                {t('common.save')}
              </Button>
            </Group>
          )}
        </Group>
      )}
      {picking && (
        <PickDialog
          title={t('cases.addLine')}
          action={t('cases.add')}
          of={of}
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            const line: Expected = {
              productId: picked.of === 'products' ? picked.id : null,
              assetId: picked.of === 'assets' ? picked.id : null,
              caseId: picked.of === 'cases' ? picked.id : null,
              quantity: picked.of === 'products' ? picked.quantity : 1,
              label: picked.label,
              productOfAsset: null,
              note: null,
            }
            setLines((old) => (old.some((one) => keyOf(one) === keyOf(line)) ? old : [...old, line]))
          }}
        />
      )}
    </Stack>
  )
}
