import { simulate } from './simulation.ts'

simulate(13000, 600)
