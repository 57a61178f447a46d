"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"brand_mch_id":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32}}};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.nonce_str === undefined) && (missing0 = "nonce_str")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "sub_mch_id") || (key0 === "brand_mch_id")) || (key0 === "nonce_str"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.sub_mch_id !== undefined){
let data0 = data.sub_mch_id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 32 && func2(data0) > 32){
return false;
}
else {
if(data0.length < 2 && func2(data0) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.brand_mch_id !== undefined){
let data1 = data.brand_mch_id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length > 32 && func2(data1) > 32){
return false;
}
else {
if(data1.length < 2 && func2(data1) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nonce_str !== undefined){
let data2 = data.nonce_str;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
return false;
}
else {
if(data2.length < 2 && func2(data2) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
