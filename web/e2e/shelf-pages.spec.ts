import { expectAccessibleEverywhere, test, visit } from './fixtures'
import { call, fresh, furnish } from './shelf-fixtures'

/** Every page of these rooms that an address opens, given what it is about. */
const pages: Record<string, (ids: Ids) => string> = {
  stock: () => '/stock',
  'stock-product': ({ tape }) => `/stock/${tape}`,
  ledger: () => '/stock/ledger',
  stocktake: () => '/stock/count',
  consumables: () => '/consumables',
  cases: () => '/cases',
  case: ({ box }) => `/cases/${box}`,
  'case-expected': ({ box }) => `/cases/${box}?tab=expected`,
  'case-details': ({ box }) => `/cases/${box}?tab=details`,
  'case-files': ({ box }) => `/cases/${box}?tab=files`,
  'case-history': ({ box }) => `/cases/${box}?tab=history`,
  'packing-list': ({ box }) => `/cases/${box}/packing-list`,
  labels: ({ asset, box, shelf }) => `/labels?asset=${asset}&case=${box}&location=${shelf}`,
  'labels-blank': () => '/labels/blank',
  'labels-formats': () => '/labels/formats',
  'code-asset': ({ asset }) => `/asset/${asset}`,
  'code-case': ({ box }) => `/case/${box}`,
  'code-location': ({ shelf }) => `/location/${shelf}`,
  'code-nothing': () => '/asset/01980000-0000-7000-8000-000000000000',
}
type Ids = { tape: string; shelf: string; asset: string; box: string }
let ids: Ids | undefined

for (const [name, path] of Object.entries(pages)) {
  test(`${name} has nothing axe objects to, on a phone and on a desk`, async ({ onLooker: page }) => {
    if (!ids) {
      const { tape, shelf, register } = await furnish(page)
      const asset = await register()
      await call(page, 'POST', '/stock/receipts', { lines: [{ productId: tape.id, locationId: shelf.id, quantity: 6 }] })
      const box = await call(page, 'POST', '/cases', { name: fresh('Case'), contentsKind: 'FIXED', locationId: shelf.id })
      await call(page, 'POST', `/cases/${box.id}/contents`, {
        items: [{ assetId: asset.id }, { productId: tape.id, quantity: 2, locationId: shelf.id }],
      })
      ids = { tape: tape.id, shelf: shelf.id, asset: asset.id, box: box.id }
    }
    await visit(page, path(ids))
    await expectAccessibleEverywhere(page, name)
  })
}
