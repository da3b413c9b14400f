import type { Page } from '@playwright/test'
import { call } from './shelf-fixtures'

type Named = { id: string; name: string }

/** What answers to this code, as a scanner asks. */
async function answering(page: Page, code: string): Promise<Named | undefined> {
  const answer = await page.request.get(`/api/v1/codes?text=${encodeURIComponent(code)}`)
  return answer.ok() ? ((await answer.json()) as { target: Named }).target : undefined
}

async function called<T extends Named>(page: Page, list: string, name: string): Promise<T | undefined> {
  const { items } = await call<{ items: T[] }>(page, 'GET', `/${list}?limit=100&q=${encodeURIComponent(name)}`)
  return items.find((one) => one.name === name)
}

export type Product = Named & { barcodes: string[]; version: number }

/**
 * What a job needs, under the names of the demo company: as it is there on a server that is furnished as such, else made once. What is scanned
 * is registered anew each time, so that nobody's jobs are disturbed.
 */
export class DemoCompany {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** By its code. */
  async place(kind: string, code: string, name: string, more: object = {}): Promise<Named> {
    const there = await answering(this.page, code)
    return there ?? call<Named>(this.page, 'POST', '/locations', { kind, code, name, ...more })
  }

  /** The first shelves of the warehouse in Berlin, in walking order. */
  async berlin() {
    const hall = await this.place('WAREHOUSE', 'B', 'Warehouse Berlin', { address: 'Hafenstraße 12, 10245 Berlin' })
    const zone = await this.place('ZONE', 'B-A', 'Zone A', { parentId: hall.id })
    const shelf = (n: number) => this.place('SHELF', `B-A0${n}`, `Shelf ${n}`, { parentId: zone.id, walkingOrder: 10 * n })
    const goodsIn = await this.place('ZONE', 'B-IN', 'Goods in', { parentId: hall.id })
    const workshop = await this.place('REPAIR_SHOP', 'WS', 'Own workshop')
    return { hall, shelves: [await shelf(1), await shelf(2), await shelf(3)] as const, goodsIn, workshop }
  }

  async product(kind: string, name: string, more: object): Promise<Product> {
    const there = await called<Product>(this.page, 'products', name)
    const blank = { kind, name, attributes: {}, barcodes: [], connectors: [], ...more }
    return there ?? call<Product>(this.page, 'POST', '/products', blank)
  }

  /** A product that cartons and labels of others know by this number. */
  async withBarcode(product: Product, barcode: string): Promise<Product> {
    if (product.barcodes.includes(barcode)) return product
    const barcodes = [...product.barcodes, barcode]
    return call<Product>(this.page, 'PATCH', `/products/${product.id}`, { barcodes }, product.version)
  }

  async client(name: string): Promise<Named> {
    return (await called(this.page, 'clients', name)) ?? call<Named>(this.page, 'POST', '/clients', { name })
  }

  async venue(name: string): Promise<Named> {
    const blank = { name, timeZone: 'Europe/Berlin', addressLines: [], contacts: [], powerSupplies: [], rooms: [], tags: [] }
    return (await called(this.page, 'venues', name)) ?? call<Named>(this.page, 'POST', '/venues', blank)
  }

  /** Nothing of this product leaves before it was tested. */
  async tested(product: Product, name: string): Promise<Named> {
    const plan = { kind: 'PAT', name, productId: product.id, intervalMonths: 12, firstDue: 'AT_ONCE', blocksDispatch: true }
    return (await called(this.page, 'inspection-plans', name)) ?? call<Named>(this.page, 'POST', '/inspection-plans', plan)
  }
}
