import { Box, Button, FileInput, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api, type Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type CsvLine, touched } from '../api/finance'

const tones: Record<CsvLine['state'], Tone> = { TAKEN: 'ok', KNOWN: 'gray', UNMATCHED: 'warn', UNREADABLE: 'bad' }

/** Banks write UTF-8, or as they did before there was any. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A bank's file: shown first, then taken. */
export function BankFileDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const problem = useProblemText()
  const refresh = useRefresh(touched)
  const [text, setText] = useState<string>()
  const [lines, setLines] = useState<CsvLine[]>()
  const [busy, setBusy] = useState(false)
  const send = async (content: string, dryRun: boolean) => {
    setBusy(true)
    try {
      const answer = await api.post<Page<CsvLine>>('/payments/csv', { text: content, dryRun })
      setLines(answer.items)
      return answer.items
    } catch (error) {
      showProblem(problem(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const taken = (lines ?? []).filter((one) => one.state === 'TAKEN').length
  return (
    <Modal opened onClose={onClose} size="xl" title={<Text fw={650}>{t('finance.bankFile')}</Text>}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('finance.bankFileText')}
        </Text>
        <FileInput
          label={t('finance.file')}
          placeholder={t('finance.chooseFile')}
          accept=".csv,text/csv,text/plain"
          onChange={async (file) => {
            setLines(undefined)
            const content = file ? decoded(await file.arrayBuffer()) : undefined
            setText(content)
            if (content) await send(content, true)
          }}
        />
        {lines && (
          <WideTable minWidth={300} label={t('finance.bankFile')}>
            <Table aria-label={t('finance.bankFile')} horizontalSpacing={6}>
              <Table.Tbody>
                {lines.map((one) => {
                  const state = <StatusBadge tone={tones[one.state]}>{t(`finance.csv.${one.state}`)}</StatusBadge>
                  return (
                    <Table.Tr key={one.line}>
                      <Table.Td className="num" c="dimmed" visibleFrom="sm">
                        {one.line}
                      </Table.Td>
                      <Table.Td className="num">
                        {format.date(one.date)}
                        <Box hiddenFrom="sm">{state}</Box>
                      </Table.Td>
                      <Table.Td>
                        {[one.client?.name ?? one.payer, one.invoice?.name].filter(Boolean).join(', ') || '–'}
                        {one.reference && !one.invoice && (
                          <Text size="xs" c="dimmed">
                            {one.reference}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {format.money(one.amount)}
                      </Table.Td>
                      <Table.Td visibleFrom="sm">{state}</Table.Td>
                    </Table.Tr>
                  )
                })}
              </Table.Tbody>
            </Table>
          </WideTable>
        )}
        {lines?.some((one) => one.state === 'UNMATCHED' || one.state === 'UNREADABLE') && (
          <Text size="sm">{t('finance.csvByHand')}</Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={!text || taken === 0}
            loading={busy}
            onClick={async () => {
              if (!text || !(await send(text, false))) return
              await refresh()
              onClose()
              showDone(t('finance.takenN', { count: taken }))
            }}
          >
            {t('finance.takeN', { n: taken })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
