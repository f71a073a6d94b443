// What the build leaves for the shop's bundler to decide: here it is development, unless a test says otherwise.
Object.assign(globalThis, { __DEV__: true })
