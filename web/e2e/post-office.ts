import { SMTPServer } from 'smtp-server'

/** A mail server that keeps what it is given, for a company to send by. */
export class PostOffice {
  private readonly letters: { to: string[]; text: string }[] = []
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((one) => one.address)
        this.letters.push({ to, text: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
  })

  /** The port where it listens. */
  open(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject)
      const server = this.server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
  }

  /** As they came over the wire, the latest last. */
  to(address: string): string[] {
    return this.letters.filter((one) => one.to.includes(address)).map((one) => one.text)
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}
