// What draws the toasts. Loaded after the page, see ToastHost.
export { Notifications, notifications } from '@mantine/notifications'
