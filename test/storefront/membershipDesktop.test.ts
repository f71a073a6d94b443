import { walkMembership } from './walkMembership.js'

walkMembership('desktop')
