import { describeAccess } from './accessOfEveryStory.js'

describeAccess('ko', 'light')
