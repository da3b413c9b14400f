/** What docs/specs/scanning.md calls things. */
export type ScanKind = 'LOOK_UP' | 'PREP' | 'CHECK_OUT' | 'CHECK_IN' | 'MOVE' | 'PACK' | 'BIND' | 'UNDO'
export type ScanCondition = 'GOOD' | 'DAMAGED' | 'MISSING'
export type Symbology = 'QR' | 'DATA_MATRIX' | 'CODE_128' | 'CODE_39' | 'EAN_13' | 'UPC_A' | 'TYPED'
export type ThingKind = 'ASSET' | 'CASE' | 'PRODUCT' | 'LOCATION' | 'KIT' | 'BLANK_LABEL'

/** One scan as it is sent; it never changes after it was made. */
export type ScanLine = {
  id: string
  kind: ScanKind
  /** The clock of this device. */
  at: string
  by: string
  code?: string
  thing?: { kind: ThingKind; id: string }
  symbology?: Symbology
  quantity?: number
  eventId?: string
  back?: boolean
  add?: boolean
  vehicle?: string
  condition?: ScanCondition
  note?: string
  locationId?: string
  fromLocationId?: string
  action?: 'IN' | 'OUT' | 'OPEN' | 'CLOSE'
  caseId?: string
  undoes?: string
  /** The key of the need that an alternative of its product fills. */
  insteadOf?: string
}

export type Thing = {
  kind: ThingKind
  id: string
  label: string
  name: string
  status?: string | null
  locationId?: string | null
  locationName?: string | null
  caseId?: string | null
  caseNumber?: string | null
  eventId?: string | null
  event?: string | null
}

export type NeedCount = { key: string; wanted: number; picked: number; out: number; back: number; missing: number }
export type Facts = Record<string, unknown>

/** `OPEN`: the device's copy does not know; the server will say. */
export type Verdict = {
  result: 'ACCEPTED' | 'REFUSED' | 'OPEN'
  code: string
  facts: Facts
  thing: Thing | null
  needs: NeedCount[]
  warnings: string[]
}

export type ScanAnswer = {
  id: string
  result: 'ACCEPTED' | 'REFUSED' | 'DUPLICATE'
  code: string
  message: string
  facts: Facts
  thing: Thing | null
  needs: NeedCount[]
  warnings: string[]
  first: { result: 'ACCEPTED' | 'REFUSED'; at: string } | null
}
