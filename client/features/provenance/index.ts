export { ProvenanceScreen, type ProvenanceScreenProps } from './ProvenanceScreen.tsx'
