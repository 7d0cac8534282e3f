package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"sigs.k8s.io/yaml"
)

// customKind checks the objects of one version of a custom resource.
type customKind struct {
	structure *structuralschema.Structural
	schema    validation.SchemaValidator
	rules     *cel.Validator
}

// customKinds are those of the definitions that were read, by apiVersion and kind.
var customKinds = map[string]customKind{}

// readDefinitions makes known every custom resource whose definition lies in a folder.
func readDefinitions(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var definition apiextensionsv1.CustomResourceDefinition
		if err := yaml.Unmarshal(text, &definition); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		for _, version := range definition.Spec.Versions {
			if !version.Served || version.Schema == nil {
				continue
			}
			kind, err := newCustomKind(version.Schema.OpenAPIV3Schema)
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			customKinds[definition.Spec.Group+"/"+version.Name+" "+definition.Spec.Names.Kind] = kind
		}
	}
	return nil
}

func newCustomKind(schema *apiextensionsv1.JSONSchemaProps) (kind customKind, err error) {
	internal := &apiextensions.JSONSchemaProps{}
	if err = apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(schema, internal, nil); err != nil {
		return
	}
	if kind.structure, err = structuralschema.NewStructural(internal); err != nil {
		return
	}
	if kind.schema, _, err = validation.NewSchemaValidator(internal); err != nil {
		return
	}
	kind.rules = cel.NewValidator(kind.structure, true, math.MaxInt64)
	return
}

// create does with a custom object what a strict create request does before it is stored.
func (kind customKind) create(json []byte) error {
	var object map[string]any
	if err := utiljson.Unmarshal(json, &object); err != nil { // whole numbers as integers, as the server reads them
		return err
	}
	options := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	if unknown := pruning.PruneWithOptions(object, kind.structure, true, options); len(unknown) > 0 {
		return fmt.Errorf("unknown fields: %s", strings.Join(unknown, ", "))
	}
	defaulting.Default(object, kind.structure)
	errs := validation.ValidateCustomResource(nil, object, kind.schema)
	if kind.rules != nil {
		broken, _ := kind.rules.Validate(context.Background(), nil, kind.structure, object, nil, math.MaxInt64)
		errs = append(errs, broken...)
	}
	return errs.ToAggregate()
}
