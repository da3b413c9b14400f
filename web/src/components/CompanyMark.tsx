import { url } from '@/lib/api/client'

/** The company's own logo where it has one, else the sign of EventKit: an E cut from a flight case's lid. */
export function CompanyMark({ logo, size = 32 }: { logo?: string | null; size?: number }) {
  if (logo) {
    return (
      <span className="company-mark" style={{ width: size, height: size }} aria-hidden>
        <img src={logoUrl(logo, size)} alt="" />
      </span>
    )
  }
  return (
    <span className="brand-mark" style={{ width: size, height: size }} aria-hidden>
      <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
        <path d="M18 20h28v6H25v4h17v6H25v4h21v6H18z" fill="currentColor" />
      </svg>
    </span>
  )
}

/** The file's id is there so that a new logo has a new address. */
export const logoUrl = (fileId: string, size: number) =>
  url('/company/logo', { size: size <= 64 ? 128 : size <= 128 ? 256 : 512, v: fileId })
