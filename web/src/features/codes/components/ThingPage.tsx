import { Alert, Anchor, Box, Button, Card, Group, Text, Title } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconArchive,
  IconArrowsMove,
  IconBox,
  IconBuildingWarehouse,
  IconChevronRight,
  IconHome,
  IconListCheck,
  IconMapPin,
  IconPuzzle,
  IconQrcode,
  IconQuestionMark,
  IconTool,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { useKindText } from '@/components/KindText'
import { ButtonLink } from '@/components/Link'
import { labelsPath } from '@/components/labels/printLabels'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { isProblem } from '@/lib/api/problem'
import { kindPath } from '@/lib/kinds'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { useUnfitText } from '@/lib/unfit'
import { type CodeKind, type Target, unfitQuery } from '../api/codes'
import classes from './CodePage.module.css'

const signs: Record<CodeKind, Icon> = { ASSET: IconBox, CASE: IconArchive, LOCATION: IconBuildingWarehouse, KIT: IconPuzzle }
const tones: Record<string, Tone> = {
  AVAILABLE: 'ok',
  CHECKED_IN: 'ok',
  OPEN: 'ok',
  CLOSED: 'info',
  RESERVED: 'info',
  CHECKED_OUT: 'violet',
  ON_SITE: 'violet',
  DAMAGED: 'bad',
  IN_REPAIR: 'warn',
  OUT_OF_SERVICE: 'bad',
  LOST: 'bad',
}

/** The frame of a page that a scan opens: made for one hand. */
export function ScannedPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main className={classes.thing}>
      <Group justify="space-between">
        <ButtonLink to="/" variant="subtle" color="gray" px="xs" leftSection={<IconHome size={18} aria-hidden />}>
          EventKit
        </ButtonLink>
        <Text size="xs" c="dimmed">
          {t('codes.scanned')}
        </Text>
      </Group>
      {children}
    </main>
  )
}

export function ThingPage({ target }: { target: Target }) {
  const { t, i18n } = useTranslation()
  const kindText = useKindText()
  const unfitText = useUnfitText()
  const reasons = useQuery(unfitQuery(target)).data ?? []
  const Sign = signs[target.kind]
  const status = target.kind === 'LOCATION' ? null : target.status
  const statusKey = `codes.status.${status}`
  return (
    <ScannedPage>
      <Card padding="lg">
        <Group justify="space-between" wrap="nowrap" mb="xs">
          <Group gap={6} c="dimmed" wrap="nowrap">
            <Sign size={18} aria-hidden />
            <Text size="sm">{kindText(target.kind)}</Text>
          </Group>
          {status && <StatusBadge tone={tones[status] ?? 'gray'}>{i18n.exists(statusKey) ? t(statusKey) : status}</StatusBadge>}
        </Group>
        <Title order={1} className={classes.number}>
          {target.label}
        </Title>
        {target.name && (
          <Text size="lg" mt={4}>
            {target.name}
          </Text>
        )}
        {(target.unfit !== null || reasons.length > 0) && (
          <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('codes.unfit')} mt="md">
            {reasons.length > 0 ? reasons.map((one) => <div key={one.code}>{unfitText(one)}</div>) : target.unfit}
          </Alert>
        )}
        <Box component="dl" className={classes.facts} mt="md">
          {target.kind !== 'LOCATION' && target.kind !== 'KIT' && (
            <>
              <dt>{t('codes.location')}</dt>
              <dd>{target.locationName ?? t('codes.noLocation')}</dd>
            </>
          )}
          {target.detail && (
            <>
              <dt>{target.kind === 'LOCATION' ? t('codes.within') : t('codes.serial')}</dt>
              <dd>{target.detail.replace(/^S\/N /, '')}</dd>
            </>
          )}
        </Box>
      </Card>
      <Actions target={target} />
    </ScannedPage>
  )
}

function Actions({ target }: { target: Target }) {
  const { t } = useTranslation()
  const can = useCan()
  const page = kindPath(target.kind, target.id) ?? '/'
  const movable = target.kind === 'ASSET' || target.kind === 'CASE'
  return (
    <nav className={classes.actions} aria-label={t('codes.next')}>
      <Action main href={page} icon={IconChevronRight} text={t(`codes.open.${target.kind}`)} />
      {movable && can('MOVE') && <Action href={`${page}?action=move`} icon={IconArrowsMove} text={t('codes.move')} />}
      {target.kind === 'ASSET' && can('ASSET_EDIT') && (
        <Action href={`${page}?action=report-damage`} icon={IconTool} text={t('codes.damage')} />
      )}
      {target.kind === 'CASE' && can('CASE_EDIT') && (
        <Action href={`${page}?action=pack`} icon={IconListCheck} text={t('codes.pack')} />
      )}
      {target.kind === 'LOCATION' && can('ASSET_READ') && (
        <Action href={`/assets?location=${target.id}`} icon={IconBox} text={t('codes.assetsHere')} />
      )}
      {movable && target.locationId && can('LOCATION_READ') && (
        <Action href={`/locations/${target.locationId}`} icon={IconMapPin} text={t('codes.toLocation')} />
      )}
      {can('LABEL_PRINT') && (
        <Action href={labelsPath([{ kind: target.kind, id: target.id }])} icon={IconQrcode} text={t('codes.label')} />
      )}
    </nav>
  )
}

function Action({ href, icon: Sign, text, main }: { href: string; icon: Icon; text: string; main?: boolean }) {
  return (
    <Anchor href={href} underline="never" className={main ? `${classes.action} ${classes.main}` : classes.action}>
      {main && text}
      <Sign size={24} stroke={1.7} aria-hidden />
      {!main && text}
    </Anchor>
  )
}

/** The code leads nowhere that this person may see. */
export function UnknownPage({ problem, retry }: { problem: unknown; retry: () => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const nothing = isProblem(problem, 404, 400)
  return (
    <ScannedPage>
      <Card>
        <EmptyState
          whole
          icon={nothing ? IconQuestionMark : IconAlertTriangle}
          title={nothing ? t('codes.unknown') : t('common.loadFailed')}
          text={nothing ? t('codes.unknownText') : text(problem)}
        >
          {!nothing && <Button onClick={retry}>{t('common.retry')}</Button>}
        </EmptyState>
      </Card>
    </ScannedPage>
  )
}
