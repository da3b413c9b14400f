import { Popover, Table, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { QuoteLine } from '../api/quotes'

/** What a line comes to; asked, how that came about, step by step. */
export function PriceSteps({ line }: { line: QuoteLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = line.chosen ? line.net : line.amount
  const money = new Intl.NumberFormat(format.locale, {
    style: 'currency',
    currency: shown.currency,
    maximumFractionDigits: 4,
  })
  return (
    <Popover width={340} position="bottom-end" shadow="md" withArrow>
      <Popover.Target>
        <UnstyledButton
          fz="sm"
          px={4}
          style={{ textDecoration: 'underline dotted', textUnderlineOffset: 3, minHeight: 28 }}
          aria-label={t('quotes.explain', { name: line.name, amount: format.money(shown) })}
        >
          {format.money(shown)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm" mb={6}>
          {line.name}
        </Text>
        <Table fz="sm" verticalSpacing={3} horizontalSpacing={4} withRowBorders={false}>
          <Table.Tbody>
            {line.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their place
              <Table.Tr key={index}>
                <Table.Td>
                  {t(`quotes.steps.${step.kind}`)}
                  {step.name && (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      {step.name}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="end">
                  {step.factor !== null &&
                    (step.kind === 'PERCENT' || step.kind.endsWith('DISCOUNT')
                      ? format.percent(step.factor)
                      : `× ${new Intl.NumberFormat(format.locale, { maximumFractionDigits: 4 }).format(step.factor)}`)}
                </Table.Td>
                <Table.Td ta="end">{money.format(step.after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  )
}
