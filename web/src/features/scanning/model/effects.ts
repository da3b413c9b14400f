import type { Need } from './job'
import type { Facts } from './scan'

export type Counter = 'picked' | 'out' | 'back' | 'missing'

/** What one scan does to the copy, and how to take it back. */
export class Effects {
  readonly touched = new Set<string>()
  readonly needs = new Set<Need>()
  readonly warnings: string[] = []
  facts: Facts = {}
  private readonly before: (() => void)[] = []
  private readonly steps: ((to: Effects) => void)[] = []

  set<T extends object>(thing: T, now: Partial<T>): void {
    const old: Partial<T> = {}
    for (const name of Object.keys(now) as (keyof T)[]) old[name] = thing[name]
    Object.assign(thing, now)
    this.before.push(() => Object.assign(thing, old))
    this.steps.push((to) => to.set(thing, old))
    if ('id' in thing) this.touched.add(String(thing.id))
  }

  count(need: Need, counter: Counter, by: number): void {
    need[counter] += by
    this.before.push(() => {
      need[counter] -= by
    })
    this.steps.push((to) => to.count(need, counter, -by))
    this.needs.add(need)
    this.touched.add(need.key)
  }

  /** A figure that others may change meanwhile. */
  add<K extends string>(thing: { [name in K]?: number }, name: K, by: number): void {
    const figures = thing as Record<K, number>
    figures[name] = (figures[name] ?? 0) + by
    this.before.push(() => {
      figures[name] -= by
    })
    this.steps.push((to) => to.add(thing, name, -by))
  }

  /** Something that is done and undone by a step of its own. */
  change(there: () => void, back: () => void, touches?: string): void {
    there()
    this.before.push(back)
    this.steps.push((to) => to.change(back, there, touches))
    if (touches !== undefined) this.touched.add(touches)
  }

  /** What the answer says beside its code. */
  tell(facts: Facts): void {
    this.facts = facts
  }

  also(back: () => void): void {
    this.before.push(back)
  }

  warn(code: string): void {
    if (!this.warnings.includes(code)) this.warnings.push(code)
  }

  /** Anything else that can be taken back. */
  run(work: () => void, back: () => void): void {
    work()
    this.before.push(back)
    this.steps.push((to) => to.run(back, work))
  }

  /** As if it had never been judged. */
  undo(): void {
    for (const back of this.before.reverse()) back()
  }

  /** Takes it back later, by effects of their own: what others counted meanwhile stays counted. */
  reverse(to: Effects): void {
    for (const step of this.steps.toReversed()) step(to)
  }
}
