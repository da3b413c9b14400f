import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fakeServer, refuse, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Filled, Shown, Widget, WidgetKind } from '../api/boards'
import { noSettings } from '../model/arrange'

const empty = { upcoming: null, pipeline: null, utilisation: null, stock: null, crew: null, activity: null, equipment: null }
const filled = (kind: WidgetKind, more: Partial<Filled> = {}): Filled => ({
  id: kind.toLowerCase(),
  kind,
  size: 'MEDIUM',
  settings: { ...noSettings, days: kind === 'STOCK' || kind === 'ACTIVITY' ? null : 14 },
  state: 'SHOWN',
  ...empty,
  ...more,
})
const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const all: Filled[] = [
  filled('UPCOMING', {
    upcoming: {
      until: '2027-06-15',
      total: 12,
      events: [
        {
          id: 'e1',
          number: 'E-0042',
          name: 'Harbour Lights',
          phase: 'CONFIRMED',
          ownPhaseName: null,
          optionedUntil: null,
          clientName: 'Holm',
          venueName: 'Old Mill',
          plannerName: 'Lea',
          colour: null,
          timeZone: 'Europe/Berlin',
          from: '2027-06-03T10:00:00Z',
          to: '2027-06-04T10:00:00Z',
          lacking: 2,
        },
      ],
    },
  }),
  filled('PIPELINE', {
    pipeline: {
      open: [{ value: euro(200_000), weighted: euro(80_000) }],
      stages: [
        { id: 's1', name: 'Qualified', pipelineName: null, deals: 2, sums: [{ value: euro(200_000), weighted: euro(80_000) }] },
      ],
      since: '2027-03-01',
      won: { deals: 3, sums: [euro(900_000)] },
      lost: { deals: 1, sums: [] },
      overdue: 1,
    },
  }),
  filled('UTILISATION', {
    utilisation: {
      categoryName: null,
      averagePercent: 41,
      peakPercent: 87,
      peakDay: '2027-06-03',
      days: [{ day: '2027-06-03', stock: 100, wanted: 87, optioned: 5, lacking: 3 }],
      places: [
        { warehouseId: 'w1', name: 'Berlin', averagePercent: 50, peakPercent: 90, lacking: 3 },
        { warehouseId: 'w2', name: 'Hamburg', averagePercent: 30, peakPercent: 80, lacking: 0 },
      ],
    },
  }),
  filled('STOCK', {
    stock: {
      shortages: {
        events: 2,
        products: 5,
        soonest: [{ id: 'e1', number: 'E-0042', name: 'Harbour Lights', from: '2027-06-03T10:00:00Z', products: 2 }],
      },
      alerts: [
        { kind: 'quarantined', count: 1, url: '/assets?quarantined=true' },
        { kind: 'in-transit', count: 2, url: null },
      ],
    },
  }),
  filled('CREW', {
    crew: {
      from: '2027-06-01',
      days: 3,
      people: [{ id: 'u1', name: 'Lea Brandt', events: 3, eventsByDay: [1, 2, 0], clashes: 1 }],
      unassigned: 4,
      more: 0,
    },
  }),
  filled('ACTIVITY', { activity: [] }),
]
const shown = (more: Partial<Shown> = {}): Shown => ({
  board: null,
  widgets: all,
  boards: [],
  jobs: [],
  unfurnished: false,
  ...more,
})
const card = (name: string) => screen.getByRole('region', { name })
const order = () => [...document.querySelectorAll('[data-widget]')].map((one) => one.getAttribute('data-widget')).join(' ')

describe('the home screen', () => {
  it('shows the six widgets, each leading to where its numbers come from', async () => {
    fakeServer().on('GET /boards/shown', shown())
    renderRoute('/')
    expect(await screen.findByRole('link', { name: 'Harbour Lights' })).toHaveAttribute('href', '/events/e1')
    expect(within(card('Upcoming events')).getByText('2 products lacking')).toBeInTheDocument()
    expect(within(card('Upcoming events')).getByText(/and 11 more/)).toBeInTheDocument()
    expect(within(card('Pipeline value')).getByText('weighted €800.00')).toBeInTheDocument()
    expect(within(card('Pipeline value')).getByText('1 deal is past its expected close')).toBeInTheDocument()
    expect(within(card('Utilisation')).getByRole('img')).toHaveAccessibleName(/In use on average 41 %, at most 87 %/)
    expect(within(card('Stock alerts')).getByRole('link', { name: '2 events run short' })).toHaveAttribute('href', '/shortages')
    expect(within(card('Stock alerts')).getByText('2 transfers are on their way')).toBeInTheDocument()
    expect(within(card('Crew availability')).getByText('1 clash')).toBeInTheDocument()
    expect(within(card('Crew availability')).getByText('4 events name nobody responsible.')).toBeInTheDocument()
    expect(within(card('Crew availability')).getByText(/Shifts and time off are not planned/)).toBeInTheDocument()
  })

  it('stays whole when one widget fails, and hides what a role does not show', async () => {
    fakeServer().on(
      'GET /boards/shown',
      shown({ widgets: [filled('STOCK', { state: 'FAILED' }), filled('PIPELINE', { state: 'WITHHELD' }), all[4]!] }),
    )
    renderRoute('/')
    expect(await screen.findByText(/could not be read just now/)).toBeInTheDocument()
    expect(card('Crew availability')).toBeInTheDocument()
    expect(screen.queryByText('Pipeline value')).toBeNull()
  })

  it('says what would be there where there is nothing', async () => {
    fakeServer().on(
      'GET /boards/shown',
      shown({
        widgets: [
          filled('UPCOMING', { upcoming: { until: '2027-06-15', total: 0, events: [] } }),
          filled('STOCK', { stock: { shortages: { events: 0, products: 0, soonest: [] }, alerts: [] } }),
          filled('CREW', { crew: { from: '2027-06-01', days: 7, people: [], unassigned: 0, more: 0 } }),
        ],
      }),
    )
    renderRoute('/')
    expect(await screen.findByText(/Nothing is planned until/)).toBeInTheDocument()
    expect(screen.getByText(/All is well/)).toBeInTheDocument()
    expect(screen.getByText(/Nobody is responsible/)).toBeInTheDocument()
  })

  it('is arranged by the keyboard, becomes one’s own, and is taken back step by step', async () => {
    let kept: Widget[] | undefined
    let version = 0
    const board = (widgets: Widget[]) => ({
      id: 'b1',
      name: 'My board',
      own: true,
      ownerName: 'Ana',
      everybody: false,
      roles: [],
      widgets,
      version,
    })
    const keep = (widgets: Widget[]) => {
      kept = widgets
      version++
      return board(widgets)
    }
    const now = () =>
      kept === undefined
        ? shown()
        : shown({
            board: board(kept),
            widgets: kept.map((one) => ({ ...all.find((other) => other.id === one.id)!, ...one })),
            boards: [{ id: 'b1', name: 'My board', own: true, ownerName: 'Ana' }],
          })
    fakeServer()
      .on('GET /boards/shown', now)
      .on('POST /boards', ({ body }) => keep((body as { widgets: Widget[] }).widgets))
      .on('PATCH /boards/:id', ({ body }) => keep((body as { widgets: Widget[] }).widgets))
    const { user } = renderRoute('/')
    await user.click(await screen.findByRole('button', { name: 'Arrange' }))
    screen.getByRole('button', { name: 'Move Upcoming events, 1 of 6' }).focus()
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(order()).toMatch(/^pipeline upcoming utilisation/))
    expect(screen.getByText('Upcoming events is now 2 of 6')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Move Upcoming events, 2 of 6' })).toHaveFocus())
    await user.click(screen.getByRole('button', { name: 'Arrange Stock alerts' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Take off the board' }))
    await waitFor(() => expect(order()).not.toContain('stock'))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(order()).toBe('pipeline upcoming utilisation stock crew activity'))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(order()).toMatch(/^upcoming pipeline/))
    await waitFor(() => expect(kept?.[0]?.id).toBe('upcoming'))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled())
  })

  it('lets others’ boards be looked at and taken over, not changed', async () => {
    const theirs = {
      id: 'b2',
      name: 'Warehouse',
      own: false,
      ownerName: 'Tom',
      everybody: true,
      roles: [],
      widgets: [],
      version: 1,
    }
    let made: unknown
    fakeServer()
      .on('GET /boards/shown', shown({ board: theirs, boards: [{ id: 'b2', name: 'Warehouse', own: false, ownerName: 'Tom' }] }))
      .on('POST /boards', ({ body }) => {
        made = body
        return { ...theirs, id: 'b3', own: true }
      })
    const { user } = renderRoute('/?board=b2')
    await user.click(await screen.findByRole('button', { name: 'Boards: Warehouse' }))
    expect(screen.queryByRole('button', { name: 'Arrange' })).toBeNull()
    expect(await screen.findByRole('menuitem', { name: 'Warehouse (Tom)' })).toBeInTheDocument()
    expect(screen.queryByRole('menuitem', { name: 'Rename' })).toBeNull()
    await user.click(screen.getByRole('menuitem', { name: 'Take over as my own' }))
    await user.click(await screen.findByRole('button', { name: 'Create' }))
    await waitFor(() => expect(made).toMatchObject({ name: 'Warehouse' }))
  })

  it('goes back to one’s own where the board in the address is gone', async () => {
    fakeServer().on('GET /boards/shown', ({ url }) => {
      if (url.searchParams.get('board')) throw refuse(404, 'not-found')
      return shown()
    })
    renderRoute('/?board=gone')
    expect(await screen.findByRole('link', { name: 'Harbour Lights' })).toBeInTheDocument()
  })

  it('shows a new company what to do first, and ticks what is done', async () => {
    const counts = [
      { kind: 'asset', total: 0 },
      { kind: 'product', total: 0 },
      { kind: 'location', total: 3 },
    ]
    fakeServer()
      .on('GET /boards/shown', shown({ unfurnished: true, widgets: [] }))
      .on('GET /home', { counts })
    renderRoute('/')
    const steps = (await screen.findByRole('heading', { name: 'Let’s get your equipment in' })).closest('.mantine-Card-root')
    const inside = within(steps as HTMLElement)
    expect(inside.getByText('1 of 4 done')).toBeInTheDocument()
    expect(inside.getByRole('link', { name: 'Import your products' })).toHaveAttribute('href', '/imports')
    expect(inside.getByRole('link', { name: 'Or print blank labels ahead' })).toHaveAttribute('href', '/labels/blank')
  })

  it('offers a reader nothing that they may not do', async () => {
    fakeServer({ ...someone, permissions: ['ASSET_READ', 'PRODUCT_READ'] })
      .on(
        'GET /boards/shown',
        shown({ unfurnished: true, widgets: [filled('STOCK', { stock: { shortages: null, alerts: [] } })] }),
      )
      .on('GET /home', { counts: [] })
    renderRoute('/')
    expect(await screen.findByText(/All is well/)).toBeInTheDocument()
    expect(screen.queryByText('Let’s get your equipment in')).toBeNull()
    expect(screen.queryByRole('link', { name: 'Import' })).toBeNull()
  })
})
