/** True outside production builds. Written out as `process.env.NODE_ENV !== 'production'`, so that bundlers drop what it guards. */
declare const __DEV__: boolean
