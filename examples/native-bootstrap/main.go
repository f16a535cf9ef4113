// SPDX-License-Identifier: Apache-2.0

// Command bootstrap is a Lambda function in Go for provided.al2023 that Stoker can keep warm.
//
// It implements Lambda's Runtime API itself, which needs little code; with github.com/aws/aws-lambda-go the last line of
// main is lambda.StartHandler(stoker.Wrap(orders{})).
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"

	"example.com/orders/stoker"
)

type orders struct{}

// Invoke is the function's own work.
func (orders) Invoke(_ context.Context, payload []byte) ([]byte, error) {
	var order struct {
		Item string `json:"item"`
	}
	if err := json.Unmarshal(payload, &order); err != nil {
		return nil, err
	}
	return json.Marshal(map[string]string{"ordered": order.Item})
}

func main() {
	serve("http://"+os.Getenv("AWS_LAMBDA_RUNTIME_API")+"/2018-06-01/runtime/invocation/", stoker.Wrap(orders{}))
}

// serve answers one invocation after another until the environment ends.
func serve(api string, handler stoker.Handler) {
	client := &http.Client{} // without a timeout: the next invocation may be hours away
	for {
		next, err := client.Get(api + "next")
		if err != nil {
			return
		}
		payload, _ := io.ReadAll(next.Body)
		next.Body.Close()
		post(client, api+next.Header.Get("Lambda-Runtime-Aws-Request-Id"), invoke(handler, next.Header, payload))
	}
}

type outcome struct {
	path string
	body []byte
}

func invoke(handler stoker.Handler, header http.Header, payload []byte) outcome {
	deadline, _ := strconv.ParseInt(header.Get("Lambda-Runtime-Deadline-Ms"), 10, 64)
	ctx, cancel := context.WithDeadline(context.Background(), time.UnixMilli(deadline))
	defer cancel()
	answer, err := handler.Invoke(ctx, payload)
	if err != nil {
		failure, _ := json.Marshal(map[string]string{"errorType": "error", "errorMessage": err.Error()})
		return outcome{"/error", failure}
	}
	return outcome{"/response", answer}
}

func post(client *http.Client, invocation string, o outcome) {
	response, err := client.Post(invocation+o.path, "application/json", bytes.NewReader(o.body))
	if err == nil {
		io.Copy(io.Discard, response.Body)
		response.Body.Close()
	}
}
