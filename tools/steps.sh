# Sourced by run and check: how a step is announced, logged and timed.
# shellcheck shell=bash

log_folder=build/log
mkdir -p "$log_folder"

# Shows the last line of what comes in, on one line of a terminal; elsewhere nothing.
show_progress() {
    local line
    if [ ! -t 1 ]; then
        cat >/dev/null
        return
    fi
    while IFS= read -r line; do printf '\r\033[K    %.70s' "$line"; done
    printf '\r\033[K'
}

# logged LOG COMMAND...: runs the command with all it prints in the log; gives its exit status.
logged() {
    local log=$1
    shift
    "$@" 2>&1 </dev/null | tee "$log" | show_progress
}

seconds_since() { echo $(($(date +%s) - $1)); }
