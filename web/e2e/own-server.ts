import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** A server that a test may kill: an empty company of its own, on a folder of its own. */
export class OwnServer {
  readonly url: string
  private readonly port: number
  private readonly home = mkdtempSync(join(tmpdir(), 'eventkit-e2e-'))
  private running: ChildProcess | undefined

  private constructor(port: number) {
    this.port = port
    this.url = `http://127.0.0.1:${port}`
    chmodSync(this.home, 0o755) // PostgreSQL runs as somebody else where we are root
    process.once('exit', () => this.running?.kill('SIGKILL')) // also where the test was given up
  }

  static async start(): Promise<OwnServer> {
    const server = new OwnServer(await freePort())
    await server.start()
    return server
  }

  /** Until it answers; again after it was killed, on what is on the disk. */
  start(): Promise<void> {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTKIT_') || name === 'EVENTKIT_JAVA_OPTS'),
    )
    const command = ['run', '--port', `${this.port}`, '--data', join(this.home, 'data')]
    const running = spawn('../eventkit', command, { env: { ...env, EVENTKIT_BROWSER: 'none' } })
    this.running = running
    return new Promise((resolve, reject) => {
      let told = ''
      const hear = (chunk: Buffer) => {
        told += chunk
        if (told.includes('EventKit is ready at')) resolve()
      }
      running.stdout.on('data', hear)
      running.stderr.on('data', hear)
      running.once('exit', () => reject(new Error(`the server ended:\n${told}`)))
    })
  }

  /** No goodbye, neither from the server nor from its database. */
  kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const { running } = this
    if (!running || running.exitCode !== null || running.signalCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      running.once('exit', () => resolve())
      running.kill(signal)
    })
  }

  async remove(): Promise<void> {
    await this.kill('SIGTERM')
    rmSync(this.home, { recursive: true, force: true })
  }
}
