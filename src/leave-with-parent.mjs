// The bootstrap holds a channel to the process that it started. When the bootstrap is killed the
// channel closes, and the hub stops in order instead of staying behind with its port taken.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
