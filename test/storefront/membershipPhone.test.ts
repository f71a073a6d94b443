import { walkMembership } from './walkMembership.js'

walkMembership('phone')
