import {
  type Icon,
  IconAddressBook,
  IconArchive,
  IconBox,
  IconBuilding,
  IconBuildingWarehouse,
  IconCalendarEvent,
  IconCircleDot,
  IconClipboardCheck,
  IconClipboardList,
  IconFileText,
  IconFolders,
  IconHistory,
  IconListDetails,
  IconPackages,
  IconPuzzle,
  IconQrcode,
  IconSettings,
  IconShieldLock,
  IconTag,
  IconTool,
  IconTruckDelivery,
  IconUser,
} from '@tabler/icons-react'

/** The kinds of things EventKit keeps, where each one's page is, and its sign. Search, activity and audit all link by this. */
type Kind = { path?: (id: string) => string; icon: Icon }

const kinds: Record<string, Kind> = {
  product: { path: (id) => `/products/${id}`, icon: IconTag },
  asset: { path: (id) => `/assets/${id}`, icon: IconBox },
  case: { path: (id) => `/cases/${id}`, icon: IconArchive },
  kit: { path: (id) => `/kits/${id}`, icon: IconPuzzle },
  location: { path: (id) => `/locations/${id}`, icon: IconBuildingWarehouse },
  consumable: { path: (id) => `/stock/${id}`, icon: IconPackages },
  stock: { path: (id) => `/stock/levels/${id}`, icon: IconPackages },
  'maintenance-job': { path: (id) => `/maintenance/${id}`, icon: IconTool },
  inspection: { path: (id) => `/maintenance/inspections/${id}`, icon: IconClipboardCheck },
  'inspection-plan': { path: (id) => `/maintenance/plans/${id}`, icon: IconClipboardList },
  transfer: { path: (id) => `/transfers/${id}`, icon: IconTruckDelivery },
  venue: { path: (id) => `/venues/${id}`, icon: IconBuilding },
  client: { path: (id) => `/clients/${id}`, icon: IconAddressBook },
  event: { path: (id) => `/events/${id}`, icon: IconCalendarEvent },
  // The page finds its event by itself.
  'pull-list': { path: (id) => `/events/-/lists/${id}`, icon: IconListDetails },
  project: { path: (id) => `/projects/${id}`, icon: IconFolders },
  'event-type': { path: () => '/settings/planning', icon: IconCalendarEvent },
  'planning-settings': { path: () => '/settings/planning', icon: IconSettings },
  user: { path: () => '/users', icon: IconUser },
  role: { path: () => '/users/roles', icon: IconShieldLock },
  company: { path: () => '/settings', icon: IconBuildingWarehouse },
  'late-returns': { path: () => '/settings', icon: IconSettings },
  job: { path: () => '/jobs', icon: IconHistory },
  'label-format': { path: () => '/labels/formats', icon: IconQrcode },
  'blank-label': { path: () => '/labels/blank', icon: IconQrcode },
  'blank-batch': { path: () => '/labels/blank', icon: IconQrcode },
  file: { icon: IconFileText },
}

const known = (kind: string) => kinds[kind.toLowerCase().replaceAll('_', '-')]

export const kindIcon = (kind: string): Icon => known(kind)?.icon ?? IconCircleDot
export const kindPath = (kind: string, id: string): string | undefined => known(kind)?.path?.(id)

/** Every kind with a name in the dictionary, for filters. */
export const kindNames = [
  'product',
  'category',
  'asset',
  'case',
  'kit',
  'stock',
  'consumable',
  'location',
  'maintenance-job',
  'inspection',
  'inspection-plan',
  'transfer',
  'venue',
  'client',
  'event',
  'pull-list',
  'project',
  'event-type',
  'user',
  'role',
  'invitation',
  'company',
  'late-returns',
  'label-format',
  'blank-label',
  'blank-batch',
] as const

const lists: Record<string, string> = {
  product: '/products',
  asset: '/assets',
  case: '/cases',
  kit: '/kits',
  location: '/locations',
  consumable: '/consumables',
  stock: '/stock',
  'maintenance-job': '/maintenance',
  inspection: '/maintenance/inspections',
  'inspection-plan': '/maintenance/plans',
  transfer: '/transfers',
  venue: '/venues',
  client: '/clients',
  event: '/events',
  project: '/projects',
}
/** Where all things of a kind are listed. */
export const listPath = (kind: string): string | undefined => lists[kind]
