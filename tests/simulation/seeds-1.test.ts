import { simulate } from './simulation.ts'

simulate(10000, 600)
