import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { logoUrl } from '@/components/CompanyMark'
import type { Sender } from '../api/offers'
import classes from './Offer.module.css'

/** The company as its papers show it: its logo or name, and how to reach it, or what stands there instead. */
export function Head({ sender, children }: { sender: Sender; children?: ReactNode }) {
  return (
    <Group justify="space-between" align="start" wrap="nowrap" gap="md">
      {sender.logo ? (
        <img src={logoUrl('company', 256)} alt={sender.name} className={classes.logo} />
      ) : (
        <Text fw={700} size="lg" style={{ overflowWrap: 'anywhere' }}>
          {sender.name}
        </Text>
      )}
      {children ?? (
        <Text size="xs" c="dimmed" ta="right" style={{ whiteSpace: 'pre-line' }}>
          {[sender.logo ? sender.name : null, ...sender.addressLines, sender.phone, sender.email].filter(Boolean).join('\n')}
        </Text>
      )}
    </Group>
  )
}
