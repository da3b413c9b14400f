import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { tellChanged } from '@/lib/event-stream'
import { held } from '@/offline/held'
import { fakeServer, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import { heldJobKey } from '../model/held-jobs'
import type { Job } from '../model/job'
import type { ScanAnswer, ScanLine } from '../model/scan'
import { scanJournal } from '../model/scan-journal'

const { jobs } = JSON.parse(readFileSync(join(process.cwd(), '../docs/specs/scanning-cases.json'), 'utf8')) as {
  jobs: Record<string, Job>
}
const job = { ...jobs['load-out']!, alternatives: jobs.prep!.alternatives }
const path = `/scan/${job.event.id}`

/** Each test is another person, so that the journal of the page holds nothing of theirs yet. */
let person = 0
const me = () => ({
  ...someone,
  id: `person-${++person}`,
  permissions: [...someone.permissions, 'SCAN', 'SCAN_ADD', 'LABEL_PRINT'],
})

/** A station as a person at the dock sees it. */
class ScanStation {
  /** What a hand scanner does: keys, then Enter, with the focus nowhere. */
  scan(code: string) {
    for (const key of [...code, 'Enter']) fireEvent.keyDown(document.body, { key })
  }
  told = async (text: string | RegExp) => expect(await screen.findByTestId('told')).toHaveTextContent(text)
  settled = (text: string | RegExp) => waitFor(() => expect(screen.getByTestId('told')).toHaveTextContent(text))
}

const answerOf = (scan: ScanLine, more: Partial<ScanAnswer> = {}): ScanAnswer => ({
  id: scan.id,
  result: 'ACCEPTED',
  code: 'checked-out',
  message: '',
  facts: {},
  thing: null,
  needs: [],
  warnings: [],
  first: null,
  ...more,
})

function open(answer: (scan: ScanLine) => Partial<ScanAnswer> = () => ({}), of = job) {
  const sent: ScanLine[] = []
  const user = me()
  const server = fakeServer(user)
    .on('GET /scanning/jobs/:id', of)
    .on('POST /scans', ({ body }: { body: unknown }) => {
      const { scans } = body as { scans: ScanLine[] }
      // What a test before left behind is sent by its page whenever that comes to it.
      sent.push(...scans.filter((one) => one.by === user.id))
      return { now: new Date().toISOString(), answers: scans.map((one) => answerOf(one, answer(one))) }
    })
  return { server, sent, station: new ScanStation(), ...renderRoute(`/scan/${of.event.id}`) }
}

describe('letting in another phone', () => {
  it('takes a press, because who only looks at the address must not spend it', async () => {
    const server = fakeServer(me())
      .on('POST /scanning/devices', { id: 'd1', name: 'Dock phone' })
      .on('GET /scanning/jobs', { items: [], total: 0, next: null })
    const { user, router } = renderRoute('/device/secret-token')
    const start = await screen.findByRole('button', { name: 'Start scanning here' })
    expect(server.last('POST', '/scanning/devices')).toBeUndefined()
    await user.click(start)
    await waitFor(() => expect(router.state.location.pathname).toBe('/scan'))
    expect(server.last('POST', '/scanning/devices')?.body).toEqual({ token: 'secret-token', name: null })
  })

  it('is ended where it was begun', async () => {
    const device = {
      id: 'd1',
      name: 'Dock phone',
      userId: 'u1',
      userName: 'Ana Ruiz',
      enrolledAt: '',
      lastSeenAt: null,
      revokedAt: null,
    }
    const server = fakeServer(me())
      .on('GET /scanning/devices', { items: [device], total: 1, next: null })
      .on('DELETE /scanning/devices/:id', () => undefined)
    const { user } = renderRoute('/scan/settings')
    await user.click(await screen.findByRole('button', { name: 'End Dock phone' }))
    await user.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: 'End' }))
    await waitFor(() => expect(server.last('DELETE', '/scanning/devices/d1')).toBeDefined())
  })
})

describe('scanning a job', () => {
  beforeEach(() => localStorage.clear())

  it('takes what a hand scanner types, says at once how it went, and sends it', async () => {
    const damaged = { result: 'REFUSED', code: 'damaged', facts: { status: 'DAMAGED' } } as const
    const { station, sent } = open((scan) => (scan.code === 'SM-005' ? damaged : {}))
    expect(await screen.findByRole('heading', { name: /E-0007 · Summer Stage/ })).toBeInTheDocument()
    // The phase of the event says what is usually done.
    expect(screen.getByRole('radio', { name: 'Check out' })).toHaveAttribute('aria-checked', 'true')
    station.scan('sm-002')
    await station.settled(/SM-002.*It is out/)
    station.scan('SM-005')
    await station.settled(/SM-005.*damaged/i)
    await waitFor(() =>
      expect(sent.map((one) => [one.kind, one.code])).toEqual([
        ['CHECK_OUT', 'sm-002'],
        ['CHECK_OUT', 'SM-005'],
      ]),
    )
    expect(sent[0]).toMatchObject({ eventId: job.event.id, by: `person-${person}` })
  })

  it('asks how many where pieces are counted, by pad or by scanning again', async () => {
    const { station, sent, user } = open()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('XLR-10')
    const pad = await screen.findByRole('dialog')
    station.scan('XLR-10')
    await waitFor(() => expect(within(pad).getByTestId('amount')).toHaveTextContent('2'))
    station.scan('SM-002')
    await station.settled(/First say how many/)
    await user.click(within(pad).getByRole('button', { name: 'Delete the last digit' }))
    await user.click(within(pad).getByRole('button', { name: '1' }))
    await user.click(within(pad).getByRole('button', { name: '0' }))
    await user.click(within(pad).getByRole('button', { name: 'Take 10' }))
    await station.settled(/XLR 10 m/)
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({ kind: 'CHECK_OUT', quantity: 10 })
  })

  it('obeys a command card', async () => {
    const { station, sent } = open()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('EK:QUANTITY:12')
    await station.settled(/12/)
    station.scan('XLR-10')
    await station.settled(/XLR-10/)
    station.scan('EK:UNDO')
    await station.settled(/Taken back/)
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]).toMatchObject({ quantity: 12 })
    expect(sent[1]).toMatchObject({ kind: 'UNDO', undoes: sent[0]!.id })
  })

  it('says who let which piece go, and takes the one that did not come back by a tap', async () => {
    const back = structuredClone(jobs.back!)
    for (const one of back.assets) if (one.out) Object.assign(one, { byName: 'Ana Ruiz', heldAt: '2027-06-01T08:00:00Z' })
    const { sent, user, station } = open((scan) => ({ code: scan.condition ? 'missing' : 'checked-in' }), {
      ...back,
      alternatives: [],
    })
    await user.click(await screen.findByRole('radio', { name: 'Missing' }))
    await user.click(screen.getByRole('button', { name: /SM58/ }))
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText('Tap the one that did not come back.')).toBeInTheDocument()
    expect(within(drawer).getAllByText(/Ana Ruiz/)).toHaveLength(2)
    await user.click(within(drawer).getByRole('button', { name: /SM-002/ }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({ kind: 'CHECK_IN', condition: 'MISSING', thing: { kind: 'ASSET' }, eventId: back.event.id })
    // What is out for another event comes back all the same, and that is said.
    station.scan('SM-010')
    await station.settled(/SM-010.*it was out for E-0009, not for this job/)
  })

  it('takes along what the list does not want, with one press of whoever may', async () => {
    const { station, sent, user } = open((scan) =>
      scan.add ? {} : { result: 'REFUSED', code: 'not-on-list', facts: { mayAdd: true } },
    )
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('PAR-001')
    await station.settled(/Not on the list/)
    await user.click(screen.getByRole('button', { name: 'Add to the list' }))
    await station.settled(/PAR-001.*It is out/)
    await waitFor(() =>
      expect(sent.map((one) => [one.code, one.add])).toEqual([
        ['PAR-001', undefined],
        ['PAR-001', true],
      ]),
    )
  })

  it('says so where the server takes what the copy here was too old to let go', async () => {
    const { station } = open((scan) => ({ thing: { kind: 'ASSET', id: 'a5', label: scan.code!, name: '' } }))
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('SM-005')
    await station.settled(/SM-005.*It is out/)
  })

  it('says who brought back what this phone knows to be back', async () => {
    const back = structuredClone(jobs.back!)
    const facts = { status: 'AVAILABLE', by: 'Lea Brandt', at: '2027-06-01T08:00:00Z' }
    const { station } = open(() => ({ result: 'REFUSED', code: 'not-out', facts }), { ...back, alternatives: [] })
    await screen.findByRole('heading', { name: new RegExp(back.event.name) })
    station.scan('SM-005')
    await station.settled(/SM-005.*It is not out.*Lea Brandt/)
  })

  it('names a foreign host and sends nobody there', async () => {
    const { station, server } = open()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('https://other.example/asset/0198c0de-0000-7000-8000-000000000001')
    await station.settled(/other\.example/)
    expect(server.calls.every((call) => call.path.startsWith('/'))).toBe(true)
    expect(screen.queryByRole('link', { name: /other\.example/ })).toBeNull()
  })

  it('hands back what the server refused, with choices, and drops none', async () => {
    const { station, sent, user, router } = open((scan) =>
      scan.add ? {} : { result: 'REFUSED', code: 'too-many', facts: { wanted: 3, room: 0, mayAdd: true } },
    )
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('SM-002')
    await station.settled(/Too many/)
    await user.click(await screen.findByRole('link', { name: 'Look and decide' }))
    expect(await screen.findByRole('heading', { name: 'Refused scans' })).toBeInTheDocument()
    expect(await screen.findByRole('article')).toHaveTextContent('SM-002')
    await user.click(screen.getByRole('button', { name: 'Add to the list' }))
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ kind: 'CHECK_OUT', code: 'SM-002', add: true }))
    expect(sent.at(-1)!.id).not.toBe(sent[0]!.id)
    expect(await screen.findByText('Nothing to decide')).toBeInTheDocument()
    expect(router.state.location.pathname).toBe('/scan/conflicts')
  })

  it('keeps what waits for its person while somebody else is signed in', async () => {
    const { station, sent } = open(() => ({ result: 'REFUSED', code: 'another-person' }))
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('SM-002')
    await waitFor(() => expect(sent).not.toHaveLength(0))
    await waitFor(() => expect(screen.getByTestId('waiting')).toHaveAttribute('data-count', '1'))
    expect(screen.queryByRole('link', { name: 'Look and decide' })).toBeNull()
  })

  it('scans a refused one again once, however often that is pressed', async () => {
    const { station, sent, user } = open((scan) =>
      scan.add ? {} : { result: 'REFUSED', code: 'too-many', facts: { wanted: 3, room: 0, mayAdd: true } },
    )
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('SM-002')
    await user.click(await screen.findByRole('link', { name: 'Look and decide' }))
    const add = await screen.findByRole('button', { name: 'Add to the list' })
    fireEvent.click(add)
    fireEvent.click(add)
    expect(await screen.findByText('Nothing to decide')).toBeInTheDocument()
    await waitFor(() => expect(sent.filter((one) => one.add)).toHaveLength(1))
    expect((await scanJournal().everything()).filter((one) => one.userId === `person-${person}`)).toHaveLength(2)
  })

  it('counts once what the server has counted, though its answer was lost and the page opened anew', async () => {
    const user = me()
    const entry = { id: crypto.randomUUID(), kind: 'CHECK_OUT', at: new Date().toISOString(), by: user.id } as const
    const line: ScanLine = { ...entry, eventId: job.event.id, code: 'XLR-10', quantity: 5 }
    const verdict = { result: 'ACCEPTED', code: 'checked-out', facts: {}, thing: null, needs: [], warnings: [] } as const
    await scanJournal().add({
      id: line.id,
      userId: user.id,
      userName: 'Ana',
      line,
      verdict: { ...verdict, facts: {}, needs: [], warnings: [] },
    })
    const counted = structuredClone(job)
    const need = counted.needs.find((one) => one.name === 'XLR 10 m')!
    need.out += 5
    need.outLoose = (need.outLoose ?? 0) + 5
    const server = fakeServer(user)
      .on('GET /scanning/jobs/:id', { ...counted, counted: [line.id] })
      .on('POST /scans', () => Promise.reject(new TypeError('lost')))
    renderRoute(path)
    await waitFor(() => expect(screen.getByTestId('total').textContent).toMatch(/^5\//))
    expect(server.calls.find((one) => one.path.includes('/scanning/jobs/'))).toBeDefined()
  })

  it('puts back what was picked, and takes the newest scan back with one tap', async () => {
    const picked = structuredClone(job)
    const { station, sent, user, server } = open()
    server.on('GET /scanning/jobs/:id', picked)
    await screen.findByRole('heading', { name: /Summer Stage/ })
    await user.click(screen.getByRole('radio', { name: 'Prep' }))
    station.scan('SM-002')
    await station.settled(/SM-002/)
    await user.click(await screen.findByRole('radio', { name: 'Put back' }))
    station.scan('SM-002')
    await station.settled(/No longer made ready/)
    await user.click(await screen.findByRole('button', { name: 'Undo SM-002' }))
    await waitFor(() => expect(sent.map((one) => one.kind)).toEqual(['PREP', 'PREP', 'UNDO']))
    expect(sent.map((one) => one.back)).toEqual([undefined, true, undefined])
    expect(sent[2]!.undoes).toBe(sent[1]!.id)
  })

  it('binds a code that nobody knows to the thing that is scanned next', async () => {
    const { station, sent, user } = open(() => ({ code: 'looked-up' }))
    await screen.findByRole('heading', { name: /Summer Stage/ })
    await user.click(screen.getByRole('radio', { name: 'Look up' }))
    station.scan('SM-002')
    await user.click(await screen.findByRole('button', { name: 'Bind a code to it' }))
    station.scan('OLD-4711')
    await station.settled(/SM-002.*Answers to this code/)
    expect(screen.queryByRole('link', { name: 'Print label' })).not.toBeInTheDocument()
    await waitFor(() => expect(sent.map((one) => one.kind)).toEqual(['LOOK_UP', 'BIND']))
    expect(sent[1]).toMatchObject({ code: 'OLD-4711', thing: { kind: 'ASSET' } })
    station.scan('OLD-4711')
    await station.settled(/SM-002/)
    expect(await screen.findByRole('link', { name: 'Print label' })).toHaveAttribute(
      'href',
      expect.stringContaining('/labels?asset='),
    )
  })

  it('keeps pictures of damage with the scan that reports it', async () => {
    const { station, sent, user } = open(() => ({ code: 'damaged' }))
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('SM-002')
    await station.settled(/SM-002.*It is out/)
    await user.click(screen.getByRole('radio', { name: 'Check in' }))
    await user.click(screen.getByRole('radio', { name: 'Damaged' }))
    station.scan('SM-002')
    await user.upload(await screen.findByLabelText('Take a picture'), new File(['dent'], 'dent.jpg', { type: 'image/jpeg' }))
    expect(await screen.findByRole('button', { name: 'Leave out picture 1' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Take back as damaged' }))
    expect(await screen.findByText(/1 picture of damage is on this device/)).toBeInTheDocument()
    await waitFor(() => expect(sent.filter((one) => one.condition === 'DAMAGED')).toHaveLength(1))
  })

  it('lets nothing leave before somebody else has looked it over', async () => {
    const checked = structuredClone(jobs.unchecked!)
    const planner = me()
    const server = fakeServer({ ...planner, permissions: [...planner.permissions, 'EVENT_EDIT'] })
      .on('GET /scanning/jobs/:id', () => checked)
      .on('POST /scanning/jobs/:id/check', () => {
        checked.event.check = { wanted: true, scans: 5, at: '2027-06-01T08:30:00Z', byName: 'Ben Ode' }
      })
      .on('PUT /scanning/jobs/:id/check', () => {
        checked.event.check = { wanted: false, scans: 5, at: null, byName: null }
      })
      .on('POST /scans', ({ body }: { body: unknown }) => ({
        now: '',
        answers: (body as { scans: ScanLine[] }).scans.map((one) => answerOf(one, { result: 'REFUSED', code: 'prep-unchecked' })),
      }))
    const { user } = renderRoute(path)
    const station = new ScanStation()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('SM-002')
    await station.told(/Not checked by a second person yet/)
    await user.click(screen.getByRole('button', { name: 'All of it is right' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'All of it is right' }))
    expect(await screen.findByText(/Checked by Ben Ode/)).toBeInTheDocument()
    expect(server.last('POST', `/scanning/jobs/${job.event.id}/check`)?.body).toEqual({ scans: 4 })
    await user.click(screen.getByRole('radio', { name: 'Prep' }))
    await user.click(screen.getByRole('switch', { name: 'A second person checks before it leaves' }))
    await waitFor(() => expect(screen.queryByText(/Checked by Ben Ode/)).not.toBeInTheDocument())
  })

  it('offers to take an alternative instead of what is lacking', async () => {
    const { station, sent, user } = open((scan) =>
      scan.insteadOf ? { code: 'picked' } : { result: 'REFUSED', code: 'not-on-list' },
    )
    await screen.findByRole('heading', { name: /Summer Stage/ })
    await user.click(screen.getByRole('radio', { name: 'Prep' }))
    station.scan('DI-001')
    await user.click(await screen.findByRole('button', { name: 'Take it instead of SM58' }))
    await station.settled(/DI-001.*Made ready/)
    const ours = () => sent.filter((one) => one.code === 'DI-001')
    await waitFor(() => expect(ours().map((one) => Boolean(one.insteadOf))).toEqual([false, true]))
  })

  it('says what a case that is closed lacks of its contents', async () => {
    const { station, server, user } = open()
    server.on('GET /cases/:id/check', {
      number: 'FC-0008',
      complete: false,
      lines: [
        { label: 'Power supply', lacking: 1 },
        { label: 'Receiver', lacking: 0 },
      ],
      extras: [{ label: 'SM58', quantity: 2 }],
      inner: [],
    })
    await screen.findByRole('heading', { name: /Summer Stage/ })
    await user.click(screen.getByRole('radio', { name: 'Pack' }))
    station.scan('FC-0008')
    await station.settled(/FC-0008/)
    station.scan('EK:CLOSE-CASE')
    await station.settled(/FC-0008.*closed.*Lacks 1 × Power supply.*Has too much: 2 × SM58/)
    expect(screen.getByRole('link', { name: 'Packing list' })).toBeInTheDocument()
  })

  it('shows in every mode for how many the next scan counts', async () => {
    const { station, user } = open()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    station.scan('EK:QUANTITY:12')
    await user.click(await screen.findByRole('button', { name: 'Forget × 12' }))
    expect(screen.queryByRole('button', { name: 'Forget × 12' })).not.toBeInTheDocument()
  })

  it('takes a copy that holds what was sent, and counts it once', async () => {
    let arrived = () => {}
    const { station, server } = open()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    const total = screen.getByTestId('total').textContent!
    const before = Number(total.split('/')[0])
    // The server has counted five pieces, and its answer is still on the way.
    const counted = structuredClone(job)
    const need = counted.needs.find((one) => one.name === 'XLR 10 m')!
    need.out += 5
    need.outLoose = (need.outLoose ?? 0) + 5
    const answer = new Promise<void>((resolve) => {
      arrived = resolve
    })
    server.on('GET /scanning/jobs/:id', counted)
    server.on('POST /scans', async ({ body }: { body: unknown }) => {
      await answer
      return { now: '', answers: (body as { scans: ScanLine[] }).scans.map((one) => answerOf(one)) }
    })
    station.scan('EK:QUANTITY:5')
    station.scan('XLR-10')
    await waitFor(() => expect(screen.getByTestId('total').textContent).toMatch(new RegExp(`^${before + 5}/`)))
    const asked = server.calls.filter((one) => one.path.includes('/scanning/jobs/')).length
    tellChanged('scan-job', job.event.id)
    await waitFor(
      () => expect(server.calls.filter((one) => one.path.includes('/scanning/jobs/')).length).toBeGreaterThan(asked),
      {
        timeout: 3_000,
      },
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(screen.getByTestId('total').textContent).toMatch(new RegExp(`^${before + 5}/`))
    arrived()
  })

  it('holds a job with the mark of which scans are in it', async () => {
    const server = open()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    server.station.scan('SM-002')
    await waitFor(() => expect(server.sent).toHaveLength(1))
    await waitFor(() => expect(screen.queryByTestId('waiting')?.dataset.count ?? '0').toBe('0'))
    const { id: eventId, number, name, phase } = job.event
    const counts = { wanted: 3, picked: 0, out: 0, back: 0, missing: 0 }
    const line = { eventId, number, name, phase, clientName: null, venueName: null, from: null, to: null, warehouseName: null }
    server.server.on('GET /scanning/jobs', { items: [{ ...line, ...counts }], total: 1, next: null })
    const id = `person-${person}`
    server.unmount()
    await held.remove(id, heldJobKey(eventId))
    const { user } = renderRoute('/scan')
    await user.click(await screen.findByRole('button', { name: /E-0007/ }))
    await waitFor(async () => expect(await held.get(id, heldJobKey(eventId))).toBeDefined())
    const { covers } = (await held.get(id, heldJobKey(eventId)))!
    expect(covers).toBeGreaterThan(0)
    expect(await scanJournal().since(id, covers)).toEqual([])
  })

  it('goes on without a network, and sends it all afterwards', async () => {
    const { station, sent, server, unmount } = open()
    await screen.findByRole('heading', { name: /Summer Stage/ })
    server.on('POST /scans', () => {
      throw new TypeError('no network')
    })
    server.on('GET /scanning/jobs/:id', () => {
      throw new TypeError('no network')
    })
    station.scan('SM-002')
    await station.settled(/SM-002.*It is out/)
    station.scan('SM-002')
    await station.settled(/out already/i)
    await waitFor(() => expect(screen.getByTestId('waiting')).toHaveAttribute('data-count', '2'))
    expect(sent).toEqual([])

    // The page is opened again, still without a network.
    unmount()
    renderRoute(path)
    expect(await screen.findByRole('heading', { name: /Summer Stage/ })).toBeInTheDocument()
    await waitFor(() => expect(screen.getByTestId('waiting')).toHaveAttribute('data-count', '2'))
    expect(screen.getByTestId('total')).toHaveTextContent(/^1\//)

    server.on('POST /scans', ({ body }: { body: unknown }) => {
      const { scans } = body as { scans: ScanLine[] }
      sent.push(...scans)
      return { now: '', answers: scans.map((one) => answerOf(one)) }
    })
    fireEvent(window, new Event('online'))
    // There are no locks here, so two may send the same; it counts by its id.
    const counted = () => [...new Map(sent.map((one) => [one.id, one.code])).values()]
    await waitFor(() => expect(counted()).toEqual(['SM-002', 'SM-002']))
    await waitFor(() => expect(screen.queryByTestId('waiting')?.dataset.count ?? '0').toBe('0'))
  })
})
