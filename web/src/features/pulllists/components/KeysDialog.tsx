import { Kbd, Modal, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyLabel } from '@/lib/hotkeys'

const keys: [string, string[][]][] = [
  ['add', [['N'], ['/']]],
  ['edit', [['↵'], ['F2'], ['1–9']]],
  ['next', [['⇥']]],
  ['giveUp', [['Esc']]],
  [
    'move',
    [
      ['Alt', '↑'],
      ['Alt', '↓'],
    ],
  ],
  ['toGroup', [['M']]],
  ['split', [['S']]],
  ['select', [['␣'], ['Shift', '↓'], [keyLabel('mod'), 'A']]],
  ['remove', [['Del']]],
  ['details', [['D']]],
  ['why', [['W']]],
  ['group', [['G']]],
  ['fold', [['←'], ['→']]],
  ['paste', [[keyLabel('mod'), 'V']]],
]

/** What the keys do. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('pulllists.keys')}</Text>}>
      <Table verticalSpacing={5}>
        <Table.Tbody>
          {keys.map(([what, combos]) => (
            <Table.Tr key={what}>
              <Table.Td>{t(`pulllists.keyHelp.${what}`)}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
                {combos.map((combo, i) => (
                  <span key={combo.join()}>
                    {i > 0 && ' · '}
                    {combo.map((key) => (
                      <Kbd key={key} size="xs" mx={1}>
                        {key}
                      </Kbd>
                    ))}
                  </span>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
