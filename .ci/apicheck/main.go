// Command apicheck asks the API server's own code whether it would create the objects in a set of manifests.
//
// It reads the YAML or JSON streams named by its arguments, files or folders of them. Every document is decoded
// strictly, defaulted, converted and validated as by a create request on Kubernetes 1.34. What is rejected is printed,
// as are the server's warnings; custom resources are checked when their definitions are given, otherwise counted and
// left alone. Exit code 1 when anything was rejected.
//
// Usage: apicheck [-crds FOLDER] FILE|FOLDER...
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// tally is what one run has seen.
type tally struct {
	files, accepted, rejected, warnings int
	unknown                             map[string]int
}

func main() {
	seen := &tally{unknown: map[string]int{}}
	definitions := flag.String("crds", "", "a folder of custom resource definitions")
	flag.Parse()
	if *definitions != "" {
		if err := readDefinitions(*definitions); err != nil {
			fmt.Fprintln(os.Stderr, "apicheck:", err)
			os.Exit(3)
		}
	}
	for _, argument := range flag.Args() {
		if err := filepath.WalkDir(argument, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !isManifest(path) {
				return err
			}
			return seen.checkFile(path)
		}); err != nil {
			fmt.Fprintln(os.Stderr, "apicheck:", err)
			os.Exit(3)
		}
	}
	fmt.Printf("apicheck: %d files, %d objects accepted, %d rejected, %d warnings%s\n",
		seen.files, seen.accepted, seen.rejected, seen.warnings, seen.unknownKinds())
	if seen.rejected > 0 {
		os.Exit(1)
	}
}

func isManifest(path string) bool {
	switch filepath.Ext(path) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

func (seen *tally) checkFile(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	seen.files++
	reader := utilyaml.NewYAMLReader(bufio.NewReader(file))
	for number := 1; ; number++ {
		text, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		place := fmt.Sprintf("%s: document %d", path, number)
		json, err := yaml.YAMLToJSONStrict(text)
		if err != nil {
			seen.reject(place, err)
			continue
		}
		if string(json) != "null" {
			seen.checkDocument(place, json)
		}
	}
}

// checkDocument checks one object, or each object of a v1 List.
func (seen *tally) checkDocument(place string, json []byte) {
	var header struct {
		APIVersion, Kind string
		Metadata         struct{ Name string }
		Items            []any
	}
	if err := yaml.Unmarshal(json, &header); err != nil {
		seen.reject(place, err)
		return
	}
	if header.APIVersion == "v1" && header.Kind == "List" {
		for index, item := range header.Items {
			text, err := yaml.Marshal(item)
			if err == nil {
				text, err = yaml.YAMLToJSON(text)
			}
			if err != nil {
				seen.reject(place, err)
				continue
			}
			seen.checkDocument(fmt.Sprintf("%s, item %d", place, index), text)
		}
		return
	}
	place = fmt.Sprintf("%s (%s %s)", place, header.Kind, header.Metadata.Name)
	kind := header.APIVersion + " " + header.Kind
	var warnings []string
	var err error
	if custom, found := customKinds[kind]; found {
		err = custom.create(json)
	} else if known(header.APIVersion) {
		warnings, err = create(json)
	} else {
		seen.unknown[kind]++
		return
	}
	for _, warning := range warnings {
		seen.warnings++
		fmt.Printf("%s: warning: %s\n", place, warning)
	}
	if err != nil {
		seen.reject(place, err)
		return
	}
	seen.accepted++
}

func (seen *tally) reject(place string, err error) {
	seen.rejected++
	fmt.Printf("%s: rejected: %s\n", place, strings.ReplaceAll(err.Error(), "\n", "; "))
}

func (seen *tally) unknownKinds() string {
	var kinds []string
	for kind, count := range seen.unknown {
		kinds = append(kinds, fmt.Sprintf("%s %d", kind, count))
	}
	if len(kinds) == 0 {
		return ""
	}
	sort.Strings(kinds)
	return "; not checked, for want of a definition: " + strings.Join(kinds, ", ")
}
