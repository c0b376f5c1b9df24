// Loaded before the server (`node --import`): a server whose launcher is gone, however it went, stops as if asked to. The same channel
// carries the request to stop on Windows, where a signal would simply end the process.
if (process.send !== undefined) {
  const leave = () => {
    if (process.listenerCount('SIGTERM') === 0) process.exit(143);
    process.emit('SIGTERM', 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.once('message', leave);
  process.once('disconnect', leave);
  // The terminal's Ctrl-C goes to everyone in it; the launcher decides about the order.
  process.on('SIGINT', () => undefined);
  process.channel.unref();
}
