import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/lib/api/problem'
import { type Answered, Journal } from './journal'
import { Sender } from './sender'

type Line = { id: string; what: string }
type Answer = { said: string }
type Book = Journal<Line, string, Answer>

let name = 0
let journals: Book[] = []
const open = (on = `journal-${name}`): Book => {
  const journal: Book = new Journal(on)
  journals.push(journal)
  return journal
}
beforeEach(() => {
  name++
})
afterEach(() => {
  for (const one of journals) one.close()
  journals = []
  vi.restoreAllMocks()
})

const scan = (journal: Book, id: string, userId = 'ana') =>
  journal.add({ id, userId, userName: userId, line: { id, what: 'out' }, verdict: 'ACCEPTED' })
const accepted = (id: string): Answered<Answer> => ({ id, state: 'ACCEPTED', answer: { said: 'yes' }, settled: true })
const refused = (id: string): Answered<Answer> => ({ id, state: 'REFUSED', answer: { said: 'no' }, settled: false })
const ids = (entries: { id: string }[]) => entries.map((one) => one.id)

/** A server that counts each scan once and remembers what it said. */
class Server {
  readonly ledger: string[] = []
  readonly posts: string[][] = []
  /** What happens to the next requests: lost on the way there, answer lost on the way back, or refused. */
  plan: ('lost' | 'answer-lost' | Problem)[] = []
  bad = new Set<string>()

  post = async (entries: { id: string }[]): Promise<Answered<Answer>[]> => {
    const step = this.plan.shift()
    if (step === 'lost') throw new Problem({ status: 0, code: 'network' })
    if (step instanceof Problem) throw step
    if (entries.some((one) => this.bad.has(one.id))) throw new Problem({ status: 422, code: 'invalid' })
    this.posts.push(ids(entries))
    for (const { id } of entries) if (!this.ledger.includes(id)) this.ledger.push(id)
    if (step === 'answer-lost') throw new Problem({ status: 0, code: 'network' })
    return entries.map(({ id }) => accepted(id))
  }
}

const senderOf = (journal: Book, server: Server, userId = 'ana') =>
  new Sender({ journal, userId, post: server.post, refusal: (entry) => refused(entry.id) })

/** Sends until nothing waits, as the timers would. */
async function drain(journal: Book, sender: Sender<Line, string, Answer>, userId = 'ana') {
  for (let tries = 0; tries < 50 && (await journal.toSend(userId, 1)).length > 0; tries++) await sender.kick()
  sender.start()()
}

describe('the journal on a device', () => {
  it('has a scan on the disk before it says so, in the order of scanning', async () => {
    const journal = open()
    expect((await scan(journal, 'a')).seq).toBe(1)
    await Promise.all(['b', 'c', 'd'].map((id) => scan(journal, id)))
    // Another page, as after a crash: nothing was told to it.
    expect(ids(await open().toSend('ana', 10))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps an entry until its own answer is there', async () => {
    const journal = open()
    for (const id of ['a', 'b', 'c']) await scan(journal, id)
    await journal.answered([accepted('b'), accepted('unknown')])
    expect(ids(await journal.toSend('ana', 10))).toEqual(['a', 'c'])
    expect((await journal.recent('ana', 10)).map((one) => [one.id, one.state])).toEqual([
      ['c', 'WAITING'],
      ['b', 'ACCEPTED'],
      ['a', 'WAITING'],
    ])
  })

  it('hands a refused entry to its person until there is a decision', async () => {
    const journal = open()
    await scan(journal, 'a')
    await journal.answered([refused('a')])
    expect(await journal.count('ana')).toMatchObject({ waiting: 0, refused: 1 })
    expect(ids(await open().toDecide('ana'))).toEqual(['a'])
    await journal.settle(['a'])
    expect(await journal.count('ana')).toMatchObject({ waiting: 0, refused: 0 })
    expect((await journal.recent('ana', 5))[0]!.state).toBe('REFUSED')
  })

  it('never offers the scans of one person as those of another', async () => {
    const journal = open()
    await scan(journal, 'a', 'ana')
    await scan(journal, 'b', 'ben')
    expect(ids(await journal.toSend('ana', 10))).toEqual(['a'])
    expect(await journal.count('ana')).toMatchObject({ waiting: 1, others: [{ name: 'ben', waiting: 1 }] })
    expect((await journal.everything()).map((one) => one.userName)).toEqual(['ana', 'ben'])
  })

  it('holds in memory what a full storage refuses, and writes it when there is room', async () => {
    const journal = open()
    await scan(journal, 'a')
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    expect((await scan(journal, 'b')).seq).toBeNull()
    await scan(journal, 'c')
    expect(await journal.count('ana')).toMatchObject({ waiting: 3, unsaved: 2 })
    expect(ids(await journal.toSend('ana', 10))).toEqual(['a', 'b', 'c'])
    expect(ids(await journal.everything())).toEqual(['a', 'b', 'c'])
    full.mockRestore()
    await scan(journal, 'd')
    expect(await journal.count('ana')).toMatchObject({ waiting: 4, unsaved: 0 })
    expect(ids(await open().toSend('ana', 10))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('sends from memory where there is no storage at all', async () => {
    const journal = open()
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('switched off', 'SecurityError')
    })
    for (const id of ['a', 'b']) await scan(journal, id)
    expect(await journal.count('ana')).toMatchObject({ waiting: 2, unsaved: 2 })
    const server = new Server()
    await drain(journal, senderOf(journal, server))
    expect(server.ledger).toEqual(['a', 'b'])
    expect(await journal.count('ana')).toMatchObject({ waiting: 0, unsaved: 0 })
  })

  it('forgets what is long done with, and nothing else', async () => {
    const journal = open()
    await scan(journal, 'first')
    for (let one = 0; one < 520; one++) await scan(journal, `done-${one}`)
    await journal.answered(Array.from({ length: 520 }, (_, one) => accepted(`done-${one}`)))
    const left = await journal.everything()
    expect(left).toHaveLength(501)
    expect(left[0]!.id).toBe('first')
    expect(await journal.coveredSeq('ana')).toBe(0)
  })

  it('knows which entries a copy of the server already holds', async () => {
    const journal = open()
    for (const id of ['a', 'b', 'c']) await scan(journal, id)
    await journal.answered([accepted('a'), refused('b')])
    const covered = await journal.coveredSeq('ana')
    expect(ids(await journal.since('ana', covered))).toEqual(['c'])
    expect(ids(await journal.since('ana', 0))).toEqual(['a', 'c'])
  })
})

describe('sending the journal', () => {
  it('goes in order and in batches of fifty', async () => {
    const journal = open()
    for (let one = 0; one < 120; one++) await scan(journal, `s${one}`)
    const server = new Server()
    await drain(journal, senderOf(journal, server))
    expect(server.posts.map((one) => one.length)).toEqual([50, 50, 20])
    expect(server.ledger).toEqual(Array.from({ length: 120 }, (_, one) => `s${one}`))
  })

  it('counts each scan once, however often the network breaks', async () => {
    let seed = 11
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed / 2_147_483_648
    }
    const journal = open()
    const server = new Server()
    const sender = senderOf(journal, server)
    const made: string[] = []
    for (let round = 0; round < 30; round++) {
      for (let one = 0; one < random() * 12; one++) {
        made.push(`r${round}-${one}`)
        await scan(journal, made.at(-1)!)
      }
      const steps = [
        'lost',
        'answer-lost',
        new Problem({ status: 503, code: 'busy' }),
        new Problem({ status: 429, code: 'slow' }),
      ]
      if (random() < 0.7) server.plan.push(steps[Math.floor(random() * steps.length)] as 'lost')
      await sender.kick()
    }
    server.plan = []
    await drain(journal, sender)
    expect(server.ledger).toEqual(made)
    expect(await journal.count('ana')).toMatchObject({ waiting: 0, refused: 0 })
  })

  it('sends what is scanned at the moment when it has nothing more to send, whichever moment that is', async () => {
    for (let steps = 0; steps < 40; steps++) {
      const journal = open(`journal-${name}-${steps}`)
      const server = new Server()
      const sender = senderOf(journal, server)
      await scan(journal, 'a')
      vi.spyOn(journal, 'toSend').mockImplementationOnce(async () => {
        const later = async () => {
          for (let step = 0; step < steps; step++) await null
          await sender.kick()
        }
        void later()
        return [] // not there yet
      })
      await sender.kick()
      await vi.waitFor(() => expect(server.ledger, `after ${steps} steps`).toEqual(['a']))
    }
  })

  it('waits when the session has ended, and goes on after signing in', async () => {
    const journal = open()
    await scan(journal, 'a')
    const server = new Server()
    server.plan = [new Problem({ status: 401, code: 'sign-in-required' })]
    const sender = senderOf(journal, server)
    await sender.kick()
    expect(sender.state).toBe('SIGNED_OUT')
    expect(await journal.count('ana')).toMatchObject({ waiting: 1 })
    await sender.kick()
    expect(sender.state).toBe('IDLE')
    expect(server.ledger).toEqual(['a'])
    sender.start()()
  })

  it('lets one entry that spoils a request stop nobody behind it', async () => {
    const journal = open()
    for (let one = 0; one < 60; one++) await scan(journal, `s${one}`)
    const server = new Server()
    server.bad.add('s7')
    await drain(journal, senderOf(journal, server))
    expect(server.ledger).toHaveLength(59)
    expect(ids(await journal.toDecide('ana'))).toEqual(['s7'])
  })

  it('refuses nothing by itself where no server has judged', async () => {
    const journal = open()
    for (const id of ['a', 'b', 'c']) await scan(journal, id)
    const server = new Server()
    // A proxy whose server is being replaced, a guest network, a server that is at it already.
    const answers = [
      new Problem({ status: 404, code: 'http-404' }),
      new Problem({ status: 403, code: 'http-403' }),
      new Problem({ status: 409, code: 'scan-under-way' }),
      new Problem({ status: 403, code: 'forbidden' }),
    ]
    const sender = senderOf(journal, server)
    for (const answer of answers) {
      server.plan = Array.from({ length: 9 }, () => answer)
      await sender.kick()
      expect(sender.state).toBe('TROUBLE')
      expect(await journal.count('ana')).toMatchObject({ waiting: 3, refused: 0 })
    }
    server.plan = []
    await drain(journal, sender)
    expect(server.ledger).toEqual(['a', 'b', 'c'])
  })

  it('passes by the one entry that a proxy minds', async () => {
    const journal = open()
    for (const id of ['a', 'b', 'c']) await scan(journal, id)
    const server = new Server()
    const post = async (entries: { id: string }[]) => {
      if (entries.some((one) => one.id === 'a')) throw new Problem({ status: 403, code: 'http-403' })
      return server.post(entries)
    }
    const sender = new Sender<Line, string, Answer>({ journal, userId: 'ana', post, refusal: (entry) => refused(entry.id) })
    await drain(journal, sender)
    expect(server.ledger).toEqual(['b', 'c'])
    expect(ids(await journal.toDecide('ana'))).toEqual(['a'])
  })

  it('goes on where storage has no room for the answers', async () => {
    const journal = open()
    for (let one = 0; one < 70; one++) await scan(journal, `s${one}`)
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    const server = new Server()
    const post = async (entries: { id: string }[]) =>
      (await server.post(entries)).map((one) => (one.id === 's3' ? refused(one.id) : one))
    const sender = new Sender<Line, string, Answer>({ journal, userId: 'ana', post, refusal: (entry) => refused(entry.id) })
    await drain(journal, sender)
    full.mockRestore()
    expect(server.posts.map((one) => one.length)).toEqual([50, 20])
    expect(ids(await journal.toDecide('ana'))).toEqual(['s3'])
    expect(await journal.count('ana')).toMatchObject({ waiting: 0, refused: 1 })
    await journal.save()
    expect(ids(await open().toDecide('ana'))).toEqual(['s3'])
  })

  it('sends only what the person who is signed in has scanned', async () => {
    const journal = open()
    await scan(journal, 'a', 'ana')
    await scan(journal, 'b', 'ben')
    const server = new Server()
    await drain(journal, senderOf(journal, server, 'ben'), 'ben')
    expect(server.ledger).toEqual(['b'])
    expect(ids(await journal.toSend('ana', 10))).toEqual(['a'])
  })
})
