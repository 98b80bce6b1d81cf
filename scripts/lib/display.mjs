/** Whether a window can be shown here. Only Linux can be without a display and still run everything else. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
