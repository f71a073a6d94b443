/** The `<style>` the SDK puts on the page while its script runs: its class names, sizes and dimming. */
export const iamportStyles: string = `
.imp-dialog{display:none;position:fixed;inset:0;width:100%;height:100%;z-index:99999;overflow:hidden}
.imp-dialog.ios{position:absolute}
.imp-dialog.pc{background:rgba(0,0,0,.5)}
.imp-dialog.mobile{background:Canvas}
.imp-frame{position:absolute;border:0;color-scheme:normal}
.imp-frame-pc{inset:0;margin:auto;width:min(650px,100%);height:min(650px,100%);border-radius:16px;
background:Canvas;box-shadow:0 16px 48px rgba(0,0,0,.28)}
.imp-frame-mobile{inset:0;width:100%;height:100%}
.imp-header{position:absolute;z-index:1;top:12px;right:12px}
.imp-dialog.mobile .imp-header{display:none}
.imp-close{display:grid;place-items:center;width:44px;height:44px;border-radius:50%;background:rgba(0,0,0,.45);
color:#fff;font:22px/1 system-ui,sans-serif;cursor:pointer}
.imp-close:focus-visible{outline:3px solid #fff;outline-offset:2px}
body.imp-payment-progress{margin:0}
body.imp-payment-progress>:not(.imp-dialog){display:none!important}
@media(max-width:770px){.imp-frame-pc{width:100%;height:100%;border-radius:0}.imp-header{display:none}}
@media(forced-colors:active){.imp-frame-pc{outline:1px solid}}
`
