// SPDX-License-Identifier: Apache-2.0

// Package stoker answers Stoker's warm event, version 1, and passes every other event, unchanged, to a handler. It needs only
// Go's standard library. Copy it into your function. The protocol is in docs/protocol.md of Stoker.
package stoker

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	version          = 1   // the version of the protocol
	answerMillis     = 500 // kept for the answer before the function's timeout
	defaultMaxHold   = 3000
	largestNumber    = 1<<53 - 1
	waitedWithin     = 1000
	managedInstances = "lambda-managed-instances"
)

// Handler has the method of lambda.Handler in github.com/aws/aws-lambda-go, which lambda.StartHandler needs.
type Handler interface {
	Invoke(ctx context.Context, payload []byte) ([]byte, error)
}

// Wrap returns a handler that also answers warm events. Call it at the end of INIT, which the answers report.
func Wrap(user Handler) Handler {
	return wrap(user, os.LookupEnv, systemClock{})
}

func wrap(user Handler, variable func(string) (string, bool), c clock) *handler {
	h := &handler{user: user, clock: c, kind: initializationType(variable), maxHold: maxHold(variable)}
	if _, own := variable("AWS_LAMBDA_RUNTIME_API"); own && h.kind != "snap-start" {
		h.initMillis = c.processAge()
	}
	h.initialized = c.now()
	h.intervalStart = h.initialized
	return h
}

// moment is one instant on two clocks: the wall clock may be set, the monotonic one may stand still while Lambda
// freezes the environment.
type moment struct{ epochMillis, nanos int64 }

func (m moment) nanosUntil(later moment) int64  { return max(0, later.nanos-m.nanos) }
func (m moment) millisUntil(later moment) int64 { return m.nanosUntil(later) / 1_000_000 }
func (m moment) acrossFreezes(later moment) int64 {
	return max(m.millisUntil(later), later.epochMillis-m.epochMillis)
}

// clock contains the clocks of an environment; tests replace it.
type clock interface {
	now() moment
	sleep(millis int64)
	processAge() *int64
	remainingMillis(ctx context.Context) (millis int64, known bool)
}

type handler struct {
	user    Handler
	clock   clock
	kind    string
	maxHold int64

	initialized moment
	initMillis  *int64

	mutex         sync.Mutex
	id            string
	invoked       bool
	userColdStart bool
	intervalStart moment
	served        int64
	busyNanos     int64
}

type answer struct {
	Version            int    `json:"version"`
	EnvironmentID      string `json:"environmentId"`
	ColdStart          bool   `json:"coldStart"`
	InitializedAt      int64  `json:"initializedAt"`
	InitMillis         *int64 `json:"initMillis"`
	ArrivedAt          int64  `json:"arrivedAt"`
	ReleasedAt         int64  `json:"releasedAt"`
	SinceMillis        int64  `json:"sinceMillis"`
	BusyMillis         int64  `json:"busyMillis"`
	Served             int64  `json:"served"`
	UserColdStart      bool   `json:"userColdStart"`
	InitializationType string `json:"initializationType"`
}

func (h *handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	if value, warm := warmEvent(payload); warm {
		return h.holdAndAnswer(ctx, value)
	}
	arrived := h.userArrives()
	defer h.userLeaves(arrived)
	return h.user.Invoke(ctx, payload)
}

func (h *handler) userArrives() moment {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	now := h.clock.now()
	if !h.invoked {
		h.invoked = true
		h.userColdStart = h.initialized.acrossFreezes(now) < waitedWithin
	}
	return now
}

func (h *handler) userLeaves(arrived moment) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	h.served++
	h.busyNanos += arrived.nanosUntil(h.clock.now())
}

// holdAndAnswer never fails: Lambda resets an environment whose invocation failed.
func (h *handler) holdAndAnswer(ctx context.Context, value []byte) ([]byte, error) {
	report, arrived := h.warmArrives()
	if millis := h.holdMillis(ctx, value); millis > 0 {
		h.clock.sleep(millis)
	}
	h.mutex.Lock()
	h.intervalStart = h.clock.now()
	report.ReleasedAt = arrived.epochMillis + arrived.millisUntil(h.intervalStart)
	h.mutex.Unlock()
	return json.Marshal(map[string]answer{"stoker": report})
}

// warmArrives ends the interval that the answer to a warm event reports.
func (h *handler) warmArrives() (answer, moment) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	now := h.clock.now()
	if h.id == "" { // by the first warm event, never in INIT: a snapshot would copy it
		random := make([]byte, 9)
		rand.Read(random)
		h.id = base64.URLEncoding.EncodeToString(random)
	}
	report := answer{
		Version: version, EnvironmentID: h.id, ColdStart: !h.invoked,
		InitializedAt: h.initialized.epochMillis, InitMillis: h.initMillis, ArrivedAt: now.epochMillis,
		SinceMillis: max(1, h.intervalStart.acrossFreezes(now)), BusyMillis: h.busyNanos / 1_000_000,
		Served: h.served, UserColdStart: h.userColdStart, InitializationType: h.kind,
	}
	h.invoked, h.userColdStart, h.served, h.busyNanos = true, false, 0, 0
	return report, now
}

func (h *handler) holdMillis(ctx context.Context, value []byte) int64 {
	remaining, known := h.clock.remainingMillis(ctx)
	until, atMost, readable := holdRequest(value)
	if h.kind == managedInstances || h.kind == "provisioned-concurrency" || !known || !readable {
		return 0
	}
	return min(until-h.clock.now().epochMillis, atMost, h.maxHold, remaining-answerMillis)
}

// warmEvent recognizes a warm event by its first bytes, and returns what follows the colon.
func warmEvent(payload []byte) (value []byte, warm bool) {
	rest := payload
	for _, token := range []string{"{", `"stoker"`, ":"} {
		rest = bytes.TrimLeft(rest, " \t\n\r")
		if !bytes.HasPrefix(rest, []byte(token)) {
			return nil, false
		}
		rest = rest[len(token):]
	}
	return rest, true
}

// holdRequest reads one JSON value and nothing after it, strictly: names of members must match exactly.
func holdRequest(text []byte) (holdUntil, holdMillis int64, readable bool) {
	var object json.RawMessage
	decoder := json.NewDecoder(bytes.NewReader(text))
	if decoder.Decode(&object) != nil || len(object) == 0 || object[0] != '{' {
		return 0, 0, false
	}
	numbers := map[string]float64{"version": -1, "holdUntil": -1, "holdMillis": -1}
	members := json.NewDecoder(bytes.NewReader(object))
	members.Token()
	for members.More() {
		start := members.InputOffset()
		key, _ := members.Token()
		escaped := bytes.ContainsRune(object[start:members.InputOffset()], '\\')
		var member any
		members.Decode(&member)
		if _, wanted := numbers[key.(string)]; !wanted || escaped {
			continue
		}
		number, is := member.(float64)
		if !is || number < 0 || number > largestNumber {
			number = -1
		}
		numbers[key.(string)] = number
	}
	readable = numbers["version"] == version && numbers["holdUntil"] >= 0 && numbers["holdMillis"] >= 0
	return int64(numbers["holdUntil"]), int64(numbers["holdMillis"]), readable
}

var plainWord = regexp.MustCompile(`^[a-z-]+$`)

func initializationType(variable func(string) (string, bool)) string {
	if _, several := variable("AWS_LAMBDA_MAX_CONCURRENCY"); several {
		return managedInstances
	}
	if kind, _ := variable("AWS_LAMBDA_INITIALIZATION_TYPE"); plainWord.MatchString(kind) {
		return kind
	}
	return "on-demand"
}

func maxHold(variable func(string) (string, bool)) int64 {
	text, set := variable("STOKER_MAX_HOLD_MILLIS")
	if !set {
		return defaultMaxHold
	}
	if millis, err := strconv.ParseInt(text, 10, 64); err == nil && millis >= 0 && len(text) <= 18 && text[0] != '+' && text[0] != '-' {
		return millis
	}
	fmt.Fprintf(os.Stderr, "STOKER_MAX_HOLD_MILLIS: must be a number of milliseconds, 1 to 18 digits 0-9, got %s. Correct it;"+
		" until then Stoker takes %d.\n", text, defaultMaxHold)
	return defaultMaxHold
}

type systemClock struct{}

var processStart = time.Now()

func (systemClock) now() moment {
	now := time.Now()
	return moment{now.UnixMilli(), int64(now.Sub(processStart))} // the difference is monotonic
}

func (systemClock) sleep(millis int64) { time.Sleep(time.Duration(millis) * time.Millisecond) }

func (systemClock) remainingMillis(ctx context.Context) (int64, bool) {
	deadline, known := ctx.Deadline()
	return time.Until(deadline).Milliseconds(), known
}

// processAge is known on Linux: the start is field 22 in hundredths of a second. Source: proc(5).
func (systemClock) processAge() *int64 {
	uptime, _ := os.ReadFile("/proc/uptime")
	stat, _ := os.ReadFile("/proc/self/stat")
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	seconds := strings.Fields(string(uptime))
	if len(fields) < 20 || len(seconds) < 1 {
		return nil
	}
	up, failed := strconv.ParseFloat(seconds[0], 64)
	ticks, failedToo := strconv.ParseInt(fields[19], 10, 64)
	if failed != nil || failedToo != nil {
		return nil
	}
	age := int64(math.Round(up*1000)) - ticks*10
	return &age
}
