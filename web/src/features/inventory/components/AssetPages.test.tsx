import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const page = (items: object[], total = items.length) => ({ items, total, next: null })
const asset = (i: number, more: object = {}) => ({
  id: `a${i}`,
  number: `SM58-00${i}`,
  serial: null,
  product: { id: 'p1', name: 'Shure SM58', manufacturer: 'Shure', model: 'SM58', categoryId: null, categoryName: null },
  status: 'AVAILABLE',
  statusSince: '2027-01-01T00:00:00Z',
  condition: 'GOOD',
  location: null,
  homeLocation: null,
  depreciation: 'NONE',
  custom: {},
  fit: true,
  unfitReasons: [],
  aliases: [],
  nextActions: ['moves', 'damage', 'repair', 'retirement', 'sale'],
  version: 4,
  ...more,
})
const nothingElse = {
  purchaseDate: null,
  supplier: null,
  purchaseCost: null,
  insuranceValue: null,
  residualValue: null,
  usefulLifeMonths: null,
  decliningPercent: null,
  firmware: null,
  notes: null,
}
const serve = () =>
  fakeServer()
    .on('GET /conditions', page([]))
    .on('GET /assets', page([asset(1), asset(2), asset(3)], 3))
    .on('GET /assets/:id', asset(1))
    .on('GET /assets/:id/movements', page([]))
    .on('GET /locations', page([{ id: 'l1', name: 'Shelf 1', path: ['Berlin', 'Shelf 1'] }]))

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

it('does what the link of a scanned label asks for, once', async () => {
  const server = serve().on('POST /assets/:id/damage', asset(1, { status: 'DAMAGED' }))
  const { user, router } = renderRoute('/assets/a1?action=report-damage')
  const dialog = within(await screen.findByRole('dialog', { name: 'Report damage' }))
  await waitFor(() => expect(router.state.location.search).toEqual({}))
  await user.click(dialog.getByRole('button', { name: 'Report damage' }))
  await dialog.findByText('Please fill this in')
  await user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'Dented')
  await user.click(dialog.getByRole('button', { name: 'Report damage' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.last('POST', '/assets/a1/damage')!.body).toEqual({ condition: null, reason: 'Dented' })
})

it('says so where the status does not allow what a link asks for', async () => {
  serve().on('GET /assets/:id', asset(1, { status: 'LOST', nextActions: ['finding'] }))
  renderRoute('/assets/a1?action=move')
  await screen.findByText('That is not possible now: its status is Lost.')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('never offers to part with a thing as the first action', async () => {
  serve().on('GET /assets/:id', asset(1, { status: 'RETIRED', nextActions: ['sale', 'ownership-transfer', 'reinstatement'] }))
  renderRoute('/assets/a1')
  expect(await screen.findByRole('button', { name: 'Take back into use' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Sell' })).toBeNull()
})

it('edits the ticked fields of many by their filter, and takes it back', async () => {
  const server = serve()
    .on('POST /assets/bulk', { done: 3, unchanged: 0, refused: 0, items: [], undo: 'u1', job: null })
    .on('POST /assets/bulk/:token/undo', { done: 3, unchanged: 0, refused: 0, items: [], undo: null, job: null })
  const { user } = renderRoute('/assets?status=AVAILABLE&status=DAMAGED')
  await screen.findByRole('link', { name: 'SM58-001' })
  await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }))
  await user.click(screen.getByRole('button', { name: 'Edit' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit 3 assets' }))
  await user.click(dialog.getByRole('checkbox', { name: 'Change Supplier' }))
  await user.type(dialog.getByRole('textbox', { name: 'Supplier' }), 'Thomann')
  await user.click(dialog.getByRole('checkbox', { name: 'Change Firmware' }))
  await user.click(dialog.getByRole('button', { name: 'Change' }))
  await screen.findByText('3 assets changed')
  expect(server.last('POST', '/assets/bulk')!.body).toEqual({
    filter: { status: ['AVAILABLE', 'DAMAGED'] },
    action: { type: 'EDIT', changes: { supplier: 'Thomann', firmware: null } },
    mode: 'ALL',
  })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(server.last('POST', '/assets/bulk/u1/undo')).toBeDefined())
})

it('names what can not be changed and leaves it out when asked to', async () => {
  const refused = {
    id: 'a2',
    number: 'SM58-002',
    outcome: 'REFUSED',
    code: 'asset-held',
    message: 'SM58-002: It is packed in FC-1.',
  }
  const server = serve().on('POST /assets/bulk', ({ body }) => {
    if ((body as { mode: string }).mode === 'ALL') throw refuse(409, 'bulk-refused', { facts: { refused: 1, lines: [refused] } })
    return { done: 1, unchanged: 0, refused: 1, items: [refused], undo: null, job: null }
  })
  const { user } = renderRoute('/assets')
  await screen.findByRole('link', { name: 'SM58-001' })
  await user.click(screen.getByRole('checkbox', { name: 'Select SM58-001, Shure SM58' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select SM58-002, Shure SM58' }))
  await user.click(screen.getByRole('button', { name: 'Retire' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Retire 2 assets' }))
  await user.click(dialog.getByRole('button', { name: 'Retire' }))
  await dialog.findByText(/It is packed in FC-1/)
  await user.click(dialog.getByRole('switch', { name: /^Leave out/ }))
  await user.click(dialog.getByRole('button', { name: 'Retire' }))
  await dialog.findByText('1 asset changed')
  expect(server.last('POST', '/assets/bulk')!.body).toMatchObject({ ids: ['a1', 'a2'], mode: 'EACH' })
})

it('shows a barcode as soon as it is added, and keeps what was refused in the field', async () => {
  let aliases: object[] = []
  const server = serve()
    .on('GET /assets/:id', () => asset(1, { aliases }))
    .on('POST /assets/:id/aliases', ({ body }) => {
      const { code } = body as { code: string }
      if (code === 'TAKEN') throw refuse(409, 'code-taken', { detail: 'Another thing has it.' })
      aliases = [{ code, symbology: null, note: null, addedAt: '2027-01-01T00:00:00Z' }]
      return page(aliases)
    })
  const { user } = renderRoute('/assets/a1')
  const field = await screen.findByRole('textbox', { name: 'Add a barcode' })
  await user.type(field, 'TAKEN{Enter}')
  await waitFor(() => expect(server.last('POST', '/assets/a1/aliases')).toBeDefined())
  expect(field).toHaveValue('TAKEN')
  await user.clear(field)
  await user.type(field, 'OLD-1{Enter}')
  await screen.findByText('OLD-1')
  expect(field).toHaveValue('')
})

it('edits the own fields of an asset, and sends only what changed', async () => {
  let custom: object = { Fleet: 1044, Insured: true }
  const server = serve()
    .on('GET /assets/:id', () => asset(1, { ...nothingElse, custom }))
    .on('PATCH /assets/:id', ({ body }) => {
      if ('Bad' in (body as { custom: object }).custom)
        throw refuse(400, 'invalid', {
          errors: [{ field: 'custom', code: 'control-characters', message: 'Remove line breaks.' }],
        })
      custom = { Fleet: 1044, Carer: 'Ana' }
      return asset(1, { ...nothingElse, custom, version: 5 })
    })
  const { user } = renderRoute('/assets/a1?tab=details')
  const first = within(await screen.findByRole('listitem', { name: 'Custom field 1' }))
  expect(first.getByRole('textbox', { name: /^Name/ })).toHaveValue('Fleet')
  await user.click(screen.getByRole('button', { name: 'Remove custom field 2' }))
  const add = screen.getByRole('button', { name: 'Add a field' })
  expect(add).toHaveFocus()
  await user.click(add)
  const added = within(await screen.findByRole('listitem', { name: 'Custom field 2' }))
  await waitFor(() => expect(added.getByRole('textbox', { name: /^Name/ })).toHaveFocus())
  await user.type(added.getByRole('textbox', { name: /^Name/ }), 'Fleet')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('There is already a field with this name')
  expect(added.getByText('Please fill this in')).toBeVisible()
  await user.clear(added.getByRole('textbox', { name: /^Name/ }))
  await user.type(added.getByRole('textbox', { name: /^Name/ }), 'Bad')
  await user.type(added.getByRole('textbox', { name: /^Value/ }), 'Ana')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Remove line breaks.')
  await user.clear(added.getByRole('textbox', { name: /^Name/ }))
  await user.type(added.getByRole('textbox', { name: /^Name/ }), 'Carer')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(server.last('PATCH', '/assets/a1')!.body).toEqual({ custom: { Insured: null, Carer: 'Ana' } }))
  const card = within((await screen.findByText('Carer')).closest('dl')!)
  expect(card.getByText('Ana')).toBeVisible()
  expect(card.getByText('1044')).toBeVisible()
})
