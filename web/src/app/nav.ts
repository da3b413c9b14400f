import {
  type Icon,
  IconActivity,
  IconAddressBook,
  IconAlertTriangle,
  IconArchive,
  IconArrowsExchange,
  IconBook,
  IconBottle,
  IconBox,
  IconBuilding,
  IconBuildingWarehouse,
  IconCalendarEvent,
  IconCalendarSearch,
  IconClipboardCheck,
  IconFileInvoice,
  IconFolders,
  IconHistory,
  IconHome,
  IconListCheck,
  IconPackages,
  IconPuzzle,
  IconQrcode,
  IconReceiptEuro,
  IconReportAnalytics,
  IconScan,
  IconSettings,
  IconTableImport,
  IconTag,
  IconTargetArrow,
  IconTimeline,
  IconTool,
  IconTruckDelivery,
  IconUsers,
} from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'

export type NavItem = {
  to: NonNullable<LinkProps['to']>
  /** A key of nav.json. */
  label: string
  icon: Icon
  /** Any one of these permissions shows the item; none: everybody. */
  needs?: readonly string[]
}

/** The sidebar and the search palette read this list: a feature adds one line when its route stands. */
export const navigation: { label: string; items: NavItem[] }[] = [
  {
    label: 'nav.work',
    items: [
      { to: '/', label: 'nav.home', icon: IconHome },
      { to: '/scan', label: 'nav.scan', icon: IconScan, needs: ['SCAN'] },
      { to: '/products', label: 'nav.products', icon: IconTag, needs: ['PRODUCT_READ'] },
      { to: '/assets', label: 'nav.assets', icon: IconBox, needs: ['ASSET_READ'] },
      { to: '/kits', label: 'nav.kits', icon: IconPuzzle, needs: ['PRODUCT_READ'] },
      { to: '/cases', label: 'nav.cases', icon: IconArchive, needs: ['ASSET_READ'] },
      { to: '/stock', label: 'nav.stock', icon: IconPackages, needs: ['ASSET_READ'] },
      { to: '/consumables', label: 'nav.consumables', icon: IconBottle, needs: ['ASSET_READ'] },
      { to: '/locations', label: 'nav.locations', icon: IconBuildingWarehouse, needs: ['LOCATION_READ'] },
      { to: '/transfers', label: 'nav.transfers', icon: IconTruckDelivery, needs: ['ASSET_READ'] },
      { to: '/stocktakes' as '/', label: 'nav.stocktakes', icon: IconClipboardCheck, needs: ['ASSET_READ'] },
      { to: '/maintenance', label: 'nav.maintenance', icon: IconTool, needs: ['MAINTENANCE_READ'] },
    ],
  },
  {
    label: 'nav.planning',
    items: [
      { to: '/events', label: 'nav.events', icon: IconCalendarEvent, needs: ['EVENT_READ'] },
      { to: '/timeline', label: 'nav.timeline', icon: IconTimeline, needs: ['EVENT_READ'] },
      { to: '/projects', label: 'nav.projects', icon: IconFolders, needs: ['EVENT_READ'] },
      { to: '/shortages' as '/', label: 'nav.shortages', icon: IconAlertTriangle, needs: ['EVENT_READ'] },
      { to: '/sub-hires', label: 'nav.sourcing', icon: IconArrowsExchange, needs: ['SOURCE_READ'] },
      { to: '/availability', label: 'nav.availability', icon: IconCalendarSearch, needs: ['ASSET_READ'] },
      { to: '/venues', label: 'nav.venues', icon: IconBuilding, needs: ['VENUE_READ'] },
    ],
  },
  {
    label: 'nav.sales',
    items: [
      { to: '/clients', label: 'nav.clients', icon: IconAddressBook, needs: ['CLIENT_READ'] },
      { to: '/deals/board' as '/', label: 'nav.deals', icon: IconTargetArrow, needs: ['DEAL_READ'] },
      { to: '/quotes', label: 'nav.quotes', icon: IconFileInvoice, needs: ['QUOTE_READ'] },
    ],
  },
  {
    label: 'nav.finance',
    items: [
      { to: '/invoices', label: 'nav.invoices', icon: IconReceiptEuro, needs: ['INVOICE_READ'] },
      { to: '/ledger', label: 'nav.ledger', icon: IconBook, needs: ['LEDGER_READ'] },
      { to: '/reports' as '/', label: 'nav.reports', icon: IconReportAnalytics, needs: ['REPORT_READ'] },
    ],
  },
  {
    label: 'nav.tools',
    items: [
      { to: '/imports', label: 'nav.imports', icon: IconTableImport, needs: ['IMPORT'] },
      { to: '/labels', label: 'nav.labels', icon: IconQrcode, needs: ['LABEL_PRINT'] },
      { to: '/activity', label: 'nav.activity', icon: IconActivity },
    ],
  },
  {
    label: 'nav.instance',
    items: [
      { to: '/users', label: 'nav.users', icon: IconUsers, needs: ['USER_READ'] },
      { to: '/audit', label: 'nav.audit', icon: IconHistory, needs: ['AUDIT_READ'] },
      { to: '/jobs', label: 'nav.jobs', icon: IconListCheck },
      { to: '/settings', label: 'nav.settings', icon: IconSettings, needs: ['COMPANY_EDIT'] },
    ],
  },
]
