import { simulate } from './simulation.ts'

simulate(12000, 600)
