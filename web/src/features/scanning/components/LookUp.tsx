import { ScanPage } from './ScanPage'

export const LookUp = () => <ScanPage eventId={null} />
