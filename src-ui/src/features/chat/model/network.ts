/** Whether the browser has a network at all; that the shop can be reached is another matter. */
export interface Network {
  isOnline(): boolean;
  /** Tells each change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

export const browserNetwork: Network = {
  isOnline: () => navigator.onLine,
  subscribe(listener) {
    window.addEventListener("online", listener);
    window.addEventListener("offline", listener);
    return () => {
      window.removeEventListener("online", listener);
      window.removeEventListener("offline", listener);
    };
  },
};
