/** A box that the page's script shows and serves: without script there is nothing that does nothing. */
export function Filter({ what }: { what: string }) {
  return (
    <div class="filter" hidden>
      <label>
        Filter {what} <input type="search" autocomplete="off" />
      </label>
      <span class="quiet" role="status" />
    </div>
  );
}
