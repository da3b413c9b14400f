import { Alert, Button, Group, Modal, Select, Stack, Table, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showUndo } from '@/components/toasts'
import { WideTable } from '@/components/WideTable'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import type { Pasted, Unresolved } from '../api/pull-lists'
import { type Choice, meantBy } from '../model/pasting'
import type { Board } from './grid'

const SHOWN_MAX = 100

/** Rows of a spreadsheet become lines; those that mean nothing by themselves are asked about before anything is added. */
export function PasteDialog(props: { board: Board; groupId: string | null; text: string; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const problemText = useProblemText()
  const { board, onClose } = props
  const { actions, list } = board
  const [text, setText] = useState(props.text)
  const [groupId, setGroupId] = useState(props.groupId)
  const [read, setRead] = useState<Pasted | null>(null)
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map())
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const open = read?.unresolved
  const rows = read?.rows ?? 0

  const run = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const done = await actions.paste(groupId, text, read ? meantBy(read.unresolved, choices) : [])
      if (!done) return setBusy(false)
      if (done.unresolved.length > 0) {
        // The best of them is what people mean mostly; without any, the words themselves.
        setChoices(
          new Map(
            done.unresolved.map((row) => [
              row.row,
              row.suggestions[0] ? { kind: 'thing', suggestion: row.suggestions[0] } : { kind: 'text' },
            ]),
          ),
        )
        setBusy(false)
        return setRead(done)
      }
      const ids = new Set(done.added)
      onClose()
      showUndo(t('pulllists.pasted', { count: done.added.length }), () => actions.removeAdded(ids))
    } catch (error) {
      setRefusal((isProblem(error) && error.errors.map((one) => one.message).join(' ')) || problemText(error))
      setBusy(false)
    }
  }
  const choose = (row: Unresolved, value: string | null) => {
    const suggestion = row.suggestions.find((one) => one.id === value)
    const choice: Choice = suggestion ? { kind: 'thing', suggestion } : { kind: value === 'skip' ? 'skip' : 'text' }
    setChoices(new Map(choices).set(row.row, choice))
  }
  const valueFor = (row: Unresolved) => {
    const choice = choices.get(row.row)
    return choice?.kind === 'thing' ? choice.suggestion.id : (choice?.kind ?? 'text')
  }
  const skipped = [...choices.values()].filter((one) => one.kind === 'skip').length
  return (
    <Modal opened onClose={onClose} size={open ? 'xl' : 'lg'} title={<Text fw={650}>{t('pulllists.paste')}</Text>}>
      <Stack gap="md">
        {!open ? (
          <>
            <Textarea
              label={t('pulllists.pasteRows')}
              description={t('pulllists.pasteHint')}
              placeholder={t('pulllists.pastePlaceholder')}
              autosize
              minRows={8}
              maxRows={16}
              data-autofocus
              styles={{ input: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'pre', overflowX: 'auto' } }}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            {list.groups.length > 0 && (
              <Select
                label={t('pulllists.into')}
                data={[
                  { value: '', label: t('pulllists.noGroup') },
                  ...list.groups.map((one) => ({ value: one.id, label: one.name })),
                ]}
                value={groupId ?? ''}
                onChange={(value) => setGroupId(value || null)}
              />
            )}
          </>
        ) : (
          <>
            <Alert color="warn" icon={<IconAlertTriangle aria-hidden />} title={t('pulllists.unclear', { count: open.length })}>
              {rows > open.length ? t('pulllists.unclearText', { count: rows - open.length }) : t('pulllists.unclearAll')}
            </Alert>
            <WideTable minWidth={520} label={t('pulllists.pasteRows')}>
              <Table verticalSpacing={5}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th ta="right">{t('pulllists.pastedRow')}</Table.Th>
                    <Table.Th ta="right">{t('pulllists.columns.quantity')}</Table.Th>
                    <Table.Th>{t('pulllists.pastedText')}</Table.Th>
                    <Table.Th w={300}>{t('pulllists.meant')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {open.slice(0, SHOWN_MAX).map((row) => (
                    <Table.Tr key={row.row}>
                      <Table.Td ta="right" className="num" c="dimmed">
                        {row.row}
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {format.number(row.quantity)}
                      </Table.Td>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.text}</Table.Td>
                      <Table.Td>
                        <Select
                          size="xs"
                          aria-label={t('pulllists.meantBy', { text: row.text })}
                          data={[
                            ...row.suggestions.map((one) => ({
                              value: one.id,
                              label: [one.name, one.code].filter(Boolean).join(' · '),
                            })),
                            { value: 'text', label: t('pulllists.asText') },
                            { value: 'skip', label: t('pulllists.leaveOut') },
                          ]}
                          value={valueFor(row)}
                          onChange={(value) => choose(row, value)}
                        />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </WideTable>
            {open.length > SHOWN_MAX && (
              <Text size="sm" c="dimmed">
                {t('pulllists.moreUnclear', { count: open.length - SHOWN_MAX })}
              </Text>
            )}
          </>
        )}
        {refusal && (
          <Alert color="bad" role="alert">
            {refusal}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={open ? () => setRead(null) : onClose}>
            {t(open ? 'pulllists.back' : 'common.cancel')}
          </Button>
          <Button loading={busy} disabled={open ? rows === skipped : text.trim() === ''} onClick={() => void run()}>
            {open ? t('pulllists.addRows', { count: rows - skipped }) : t('pulllists.addPasted')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
