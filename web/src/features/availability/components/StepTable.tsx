import { Button, ScrollArea, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../api/availability'
import { Figure } from './Figure'
import { useCompanyFormat } from './useQuestion'

const SHOWN_MAX = 400

/** The chart as a table: for those who read or hear it, and to choose a moment by the keyboard. */
export function StepTable(props: { steps: readonly Step[]; chosen: number; onChoose: (step: number) => void }) {
  const { t } = useTranslation()
  const format = useCompanyFormat()
  const [opened, { toggle }] = useDisclosure(false)
  const id = useId()
  const { steps, chosen } = props
  return (
    <div>
      <Button
        variant="subtle"
        size="xs"
        mt={4}
        leftSection={opened ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
        aria-expanded={opened}
        aria-controls={id}
        onClick={toggle}
      >
        {t('availability.asTable', { count: steps.length })}
      </Button>
      <div id={id}>
        {opened && (
          <ScrollArea.Autosize
            mah={320}
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('availability.stepTable') }}
          >
            <Table verticalSpacing={4} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('availability.from')}</Table.Th>
                  <Table.Th ta="right">{t('availability.firm')}</Table.Th>
                  <Table.Th ta="right">{t('availability.worst')}</Table.Th>
                  <Table.Th ta="right">{t('availability.why')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {steps.slice(0, SHOWN_MAX).map((step, i) => (
                  <Table.Tr key={step.from}>
                    <Table.Td className="num">{format.dateTime(step.from)}</Table.Td>
                    <Table.Td ta="right">
                      <Figure value={step.firm} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Figure value={step.worst} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Button
                        size="compact-xs"
                        variant={i === chosen ? 'light' : 'default'}
                        aria-pressed={i === chosen}
                        aria-label={t('availability.explainAt', { moment: format.dateTime(step.from) })}
                        onClick={() => props.onChoose(i)}
                      >
                        {t('availability.explain')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {steps.length > SHOWN_MAX && (
              <Text size="sm" c="dimmed" p="xs">
                {t('availability.moreSteps', { count: steps.length - SHOWN_MAX })}
              </Text>
            )}
          </ScrollArea.Autosize>
        )}
      </div>
    </div>
  )
}
