import { Alert, Box, Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconClock, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SwitchField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { url } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { languageOf, setLanguage } from '@/lib/i18n'
import { useProblemText } from '@/lib/problems'
import {
  acceptOffer,
  chooseOffer,
  chosenOf,
  declineOffer,
  type NoInput,
  noInput,
  type Offer,
  type OfferLine,
  offerQuery,
  openOffer,
  type RemarkInput,
  remarkInput,
  sayToOffer,
  toggled,
  type YesInput,
  yesInput,
} from '../api/offers'
import { Head } from './Head'
import classes from './Offer.module.css'
import { Remarks } from './Remarks'

type Props = {
  path: string
  /** Who is signed in: written into the forms beforehand. */
  name?: string
  /** What stands above the sheet instead of the sender's head. */
  head?: ReactNode
  /** What is shown where there is no such offer. */
  missing?: ReactNode
}

/** A quote as its client sees it: to read, to choose from, to answer. */
export function OfferBody({ path, name = '', head, missing }: Props) {
  const query = useQuery(offerQuery(path))
  const offer = query.data
  const language = offer?.language
  useEffect(() => {
    // Whoever is signed in has chosen their own.
    if (language && !name) void setLanguage(languageOf(language))
  }, [language, name])
  useEffect(() => {
    if (offer) document.title = `${offer.number} · ${offer.sender.name}`
  }, [offer])
  const there = offer !== undefined
  useEffect(() => {
    // Who only follows links does not run this: what is called viewed was looked at.
    if (there) openOffer(path).catch(() => undefined)
  }, [path, there])
  if (missing && isProblem(query.error, 404)) return missing
  return (
    <QueryState query={query} lines={10}>
      {(loaded) => <Sheet offer={loaded} path={path} name={name} head={head ?? <Head sender={loaded.sender} />} />}
    </QueryState>
  )
}

function Sheet({ offer, path, name, head }: { offer: Offer; path: string; name: string; head: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const text = useProblemText()
  const [busy, setBusy] = useState(false)
  /** Who has said something need not say again who they are. */
  const [called, setCalled] = useState(name)
  const show = (now: Offer) => queryClient.setQueryData(offerQuery(path).queryKey, now)
  const choose = async (line: OfferLine, on: boolean) => {
    setBusy(true)
    try {
      show(await chooseOffer(path, offer.versionId, toggled(offer, line.id, on)))
    } catch (error) {
      showProblem(text(error))
    }
    setBusy(false)
  }
  return (
    <>
      {head}
      <Card padding="lg">
        <Group justify="space-between" wrap="nowrap" align="start">
          <Text size="sm" c="dimmed">
            {[offer.number, t('portal.version', { nth: offer.nth }), offer.clientName].filter(Boolean).join(' · ')}
          </Text>
          <Button
            component="a"
            href={url(`${path}/pdf`)}
            target="_blank"
            rel="noreferrer"
            variant="default"
            size="xs"
            style={{ flex: 'none' }}
          >
            PDF
          </Button>
        </Group>
        <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {offer.name}
        </Title>
        <Text size="sm" mt={4}>
          {[
            offer.hireFrom && format.days(offer.hireFrom, offer.hireTo),
            t('portal.days', { count: offer.charged }),
            offer.validUntil && t('portal.validUntil', { day: format.date(offer.validUntil) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {offer.intro && (
          <Text mt="md" style={{ whiteSpace: 'pre-line' }}>
            {offer.intro}
          </Text>
        )}
      </Card>
      <Standing offer={offer} />
      <Card padding="lg" component="section" aria-label={t('portal.lines')} aria-busy={busy}>
        <Stack gap="lg">
          {offer.groups
            .filter((group) => group.lines.length > 0)
            .map((group) => (
              <section key={group.id}>
                {group.name && (
                  <Group justify="space-between" wrap="nowrap">
                    <Title order={2} size="h5">
                      {group.name}
                    </Title>
                    <Text size="sm" c="dimmed" className={classes.amount}>
                      {format.money(group.net)}
                    </Text>
                  </Group>
                )}
                {group.lines.map((line) => (
                  <Line key={line.id} line={line} offer={offer} disabled={!offer.open || busy} onChoose={choose} />
                ))}
              </section>
            ))}
          <Sums offer={offer} />
        </Stack>
      </Card>
      {(offer.terms || offer.cancellation.length > 0) && (
        <Card padding="lg" component="section" aria-label={t('portal.terms')}>
          <Title order={2} size="h5" mb="xs">
            {t('portal.terms')}
          </Title>
          {offer.terms && (
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {offer.terms}
            </Text>
          )}
          {offer.cancellation.map((step) => (
            <Text key={step.days} size="sm" mt={4}>
              {t('portal.cancellation', { count: step.days, percent: format.percent(step.percent) })}
            </Text>
          ))}
        </Card>
      )}
      {offer.open && <Answer offer={offer} path={path} name={called} onAnswered={show} />}
      <Card padding="lg" component="section" aria-label={t('portal.remarks')}>
        <Title order={2} size="h5" mb="sm">
          {t('portal.remarks')}
        </Title>
        <Remarks remarks={offer.remarks} />
        <Box mt="md">
          <ResourceForm<RemarkInput, unknown>
            key={offer.remarks.length}
            schema={remarkInput}
            values={{ name: called, text: '' }}
            inDialog
            submitLabel={t('portal.say')}
            save={async (values) => {
              await sayToOffer(path, { ...values, versionId: offer.versionId })
              setCalled(values.name)
            }}
            onSaved={() => void queryClient.invalidateQueries({ queryKey: offerQuery(path).queryKey })}
          >
            <TextField name="name" label={t('portal.yourName')} required maxLength={200} autoComplete="name" />
            <TextAreaField name="text" label={t('portal.question')} rows={3} required maxLength={4_000} />
          </ResourceForm>
        </Box>
      </Card>
    </>
  )
}

function Standing({ offer }: { offer: Offer }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { answer } = offer
  if (answer?.accepted)
    return (
      <Alert color="ok" icon={<IconCircleCheck aria-hidden />} title={t('portal.accepted')} role="status">
        {t(answer.confirmed ? 'portal.acceptedConfirmed' : 'portal.acceptedKept', {
          name: answer.name,
          when: format.dateTime(answer.at),
        })}
      </Alert>
    )
  if (answer)
    return (
      <Alert color="bad" icon={<IconX aria-hidden />} title={t('portal.declined')} role="status">
        {t('portal.declinedOn', { when: format.dateTime(answer.at), reason: answer.reason })}
      </Alert>
    )
  if (!offer.open)
    return (
      <Alert color="warn" icon={<IconClock aria-hidden />} title={t('portal.closed')}>
        {t('portal.closedText', { company: offer.sender.name })}
      </Alert>
    )
  return null
}

const isChoice = (line: OfferLine) => line.optional || line.alternativeTo !== null

function Line(props: {
  line: OfferLine
  offer: Offer
  disabled: boolean
  onChoose: (line: OfferLine, on: boolean) => Promise<void>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { line, offer } = props
  const all = offer.groups.flatMap((group) => group.lines)
  const choice = isChoice(line)
  const choosing = all.some(isChoice)
  const instead = all.find((one) => one.id === line.alternativeTo)
  return (
    <div className={`${classes.line} ${choosing ? classes.choosing : ''} ${line.chosen ? '' : classes.off}`}>
      {choice ? (
        <Checkbox
          mt={2}
          checked={line.chosen}
          disabled={props.disabled}
          aria-label={t('portal.take', { name: line.name })}
          onChange={(event) => void props.onChoose(line, event.currentTarget.checked)}
        />
      ) : (
        choosing && <span />
      )}
      <div style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={500}>
          {line.percent === null
            ? `${format.number(line.quantity)} × ${line.name}`
            : `${line.name} (${format.percent(line.percent)})`}
        </Text>
        {line.note && (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
            {line.note}
          </Text>
        )}
        {choice && (
          <Text size="xs" c="dimmed">
            {instead ? t('portal.instead', { name: instead.name }) : t('portal.optional')}
          </Text>
        )}
      </div>
      <Text size="sm" className={classes.amount}>
        {format.money(line.amount)}
      </Text>
    </div>
  )
}

function Sums({ offer }: { offer: Offer }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { totals } = offer
  const off = offer.list.amountMinor - totals.net.amountMinor
  const sums: [string, string, boolean?][] = [
    ...(off > 0 ? ([[t('portal.discount'), format.money({ ...offer.list, amountMinor: -off })]] as [string, string][]) : []),
    [t('portal.net'), format.money(totals.net)],
    ...totals.sums.map(({ rate, tax }): [string, string] => [
      rate.category === 'STANDARD'
        ? t('portal.vat', { percent: format.percent(rate.percent) })
        : t(`portal.vatKinds.${rate.category}`),
      format.money(tax),
    ]),
    [t('portal.gross'), format.money(totals.gross), true],
    ...(offer.deposit.amountMinor > 0 ? ([[t('portal.deposit'), format.money(offer.deposit)]] as [string, string][]) : []),
  ]
  return (
    <dl className={classes.sums} data-testid="sums">
      {sums.map(([label, value, strong]) => (
        <div key={label} style={{ display: 'contents' }}>
          <Text component="dt" size="sm" fw={strong ? 700 : 400}>
            {label}
          </Text>
          <Text component="dd" size="sm" fw={strong ? 700 : 400}>
            {value}
          </Text>
        </div>
      ))}
    </dl>
  )
}

function Answer(props: { offer: Offer; path: string; name: string; onAnswered: (now: Offer) => void }) {
  const { offer, path, name, onAnswered } = props
  const { t } = useTranslation()
  const format = useFormat()
  const [declining, setDeclining] = useState(false)
  if (declining)
    return (
      <Card padding="lg" component="section" aria-label={t('portal.decline')}>
        <Title order={2} size="h5" mb="sm">
          {t('portal.decline')}
        </Title>
        <ResourceForm<NoInput, Offer>
          schema={noInput}
          values={{ name, reason: '' }}
          inDialog
          submitLabel={t('portal.decline')}
          onCancel={() => setDeclining(false)}
          save={(values) => declineOffer(path, { ...values, versionId: offer.versionId })}
          onSaved={onAnswered}
        >
          <TextField name="name" label={t('portal.yourName')} required maxLength={200} autoComplete="name" />
          <TextAreaField name="reason" label={t('portal.why')} rows={3} required maxLength={2_000} />
        </ResourceForm>
      </Card>
    )
  return (
    <Card padding="lg" component="section" aria-label={t('portal.accept')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('portal.accept')}
        </Title>
        <Button variant="subtle" color="bad" size="xs" onClick={() => setDeclining(true)}>
          {t('portal.declineInstead')}
        </Button>
      </Group>
      <ResourceForm<YesInput, Offer>
        schema={yesInput}
        values={{ name, note: '', agreed: false }}
        inDialog
        submitLabel={t('portal.acceptFor', { amount: format.money(offer.totals.gross) })}
        save={({ note, ...values }) =>
          acceptOffer(path, { ...values, note: note || null, versionId: offer.versionId, chosen: chosenOf(offer) })
        }
        onSaved={onAnswered}
      >
        <TextField name="name" label={t('portal.yourName')} required maxLength={200} autoComplete="name" />
        <TextField name="note" label={t('portal.note')} maxLength={2_000} />
        <SwitchField name="agreed" label={t('portal.agree', { number: offer.number, company: offer.sender.name })} />
        <Text size="xs" c="dimmed">
          {t(name ? 'portal.evidenceSignedIn' : 'portal.evidence')}
        </Text>
      </ResourceForm>
    </Card>
  )
}
