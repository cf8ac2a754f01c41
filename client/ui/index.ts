export { CopyField } from './CopyField.tsx'
export { FailureNotice } from './FailureNotice.tsx'
export { PageTitle } from './PageTitle.tsx'
export { Waiting } from './Waiting.tsx'
