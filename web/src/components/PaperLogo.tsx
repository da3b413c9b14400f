import { useMe } from '@/lib/session'
import { logoUrl } from './CompanyMark'
import classes from './Paper.module.css'

/** The company's logo at the head of a sheet; its name stands below it in words. */
export function PaperLogo() {
  const { logoFileId } = useMe().company
  return logoFileId && <img className={classes.logo} src={logoUrl(logoFileId, 512)} alt="" />
}
