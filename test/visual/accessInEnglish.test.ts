import { describeAccess } from './accessOfEveryStory.js'

describeAccess('en', 'dark')
