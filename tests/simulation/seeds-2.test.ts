import { simulate } from './simulation.ts'

simulate(11000, 600)
